// How well a name fits what is typed, and where: without regard to case and accents.

/** Letter by letter and never longer or shorter, so that a place in the folded text is the same place in the name. */
function fold(text) {
  return [...(text ?? '')].map((letter) => {
    const plain = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    return plain.length === letter.length ? plain : letter;
  }).join('');
}

const wordStart = (text, at) => at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]);

/** Where `part` is in `text`, the start of a word rather than its middle; -1 for nowhere. */
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

/** 0: the name begins with it, 1: a word of it does, 2: it contains it, 3: all words are in it and what it belongs to; null: no. */
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
  const cut = [];
  let from = 0;
  for (const [start, length] of parts) {
    cut.push({ text: name.slice(from, start), hit: false }, { text: name.slice(start, start + length), hit: true });
    from = start + length;
  }
  cut.push({ text: name.slice(from), hit: false });
  return cut.filter((piece) => piece.text);
}

function wordsIn(text, query) {
  const found = query.split(/\s+/).filter(Boolean).map((word) => [place(text, word), word.length]).filter(([at]) => at >= 0);
  found.sort((a, b) => a[0] - b[0]);
  return found.filter(([at], index) => index === 0 || at >= found[index - 1][0] + found[index - 1][1]);
}
