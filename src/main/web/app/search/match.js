// How well a name fits what is typed, and where: without regard to case and accents.

/** Each letter on its own, so that a place in the folded text is the same place in the name. */
const letters = (text) => [...text].map((letter) => {
  const plain = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return [...plain].length === 1 ? plain : letter.toLowerCase().slice(0, 1) || letter;
});

const fold = (text) => letters(text ?? '').join('');
const wordStart = (text, at) => at === 0 || !/[\p{L}\p{N}]/u.test([...text][at - 1] ?? ' ');

/** Where `part` is in `text`, the start of a word rather than its middle; -1 for nowhere. Counted in letters. */
function place(text, part) {
  let first = -1;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    if (wordStart(text, at)) {
      return at;
    }
    first = first < 0 ? at : first;
  }
  return first;
}

/** 0 the name begins with it, 1 a word of it does, 2 it contains it, 3 all its words are in the name and what it belongs to; null: no. */
export function rank(typed, name, belongsTo) {
  const query = fold(typed.trim());
  const text = fold(name);
  const at = place(text, query);
  if (at >= 0) {
    return at === 0 ? 0 : wordStart(text, at) ? 1 : 2;
  }
  const all = `${text} ${fold(belongsTo)}`;
  return query.split(/\s+/).every((word) => all.includes(word)) ? 3 : null;
}

/** The best of the things, in order: how well they fit, then by name. */
export function best(typed, things, belongsTo) {
  return things
    .map((thing) => ({ thing, fit: rank(typed, thing.name, belongsTo(thing)) }))
    .filter(({ fit }) => fit !== null)
    .sort((a, b) => a.fit - b.fit || a.thing.name.localeCompare(b.thing.name, 'en'))
    .map(({ thing }) => thing);
}

/** A name in pieces: [{ text, hit }]. */
export function pieces(typed, name) {
  const text = fold(name);
  const query = fold(typed.trim());
  const at = query ? place(text, query) : -1;
  const parts = at >= 0 ? [[at, query.length]] : wordsIn(text, query);
  const shown = [...name];
  const cut = [];
  let from = 0;
  for (const [start, length] of parts) {
    cut.push({ text: shown.slice(from, start).join(''), hit: false }, { text: shown.slice(start, start + length).join(''), hit: true });
    from = start + length;
  }
  cut.push({ text: shown.slice(from).join(''), hit: false });
  return cut.filter((piece) => piece.text);
}

function wordsIn(text, query) {
  const found = query.split(/\s+/).filter(Boolean).map((word) => [place(text, word), word.length]).filter(([at]) => at >= 0);
  found.sort((a, b) => a[0] - b[0]);
  return found.filter(([at], index) => index === 0 || at >= found[index - 1][0] + found[index - 1][1]);
}
