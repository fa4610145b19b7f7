// The rows of a ranking.
import { html, nothing, svg } from 'lit';
import { date, number, percent, words } from '../shared/format.js';
import { table } from '../shared/table.js';
import { STATUS_WORDS, band, sourcesWords } from './words.js';

/** A likelihood as a bar and as a number. */
export function likelihoodBar(value) {
  return html`<span class="likelihood ${band(value)}">
    <svg class="likelihood-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      ${svg`<rect class="track" width="100" height="8"></rect><rect class="filled" width=${value ?? 0} height="8"></rect>`}
    </svg>
    <span class="likelihood-value">${percent(value)}</span>
  </span>`;
}

export function statusChip(status) {
  return html`<span class="state ${status === 'already_added' ? 'info' : 'soft'}">
    ${STATUS_WORDS[status] ?? words(status)}</span>`;
}

/** By how much a score changed when it last did, as an arrow and a number. */
export function scoreChange(row) {
  const { score_change: change, changed_on: on } = row;
  if (change === null || change === undefined) {
    return html`<span class="soft"><span aria-hidden="true">–</span><span class="sr-only">never changed</span></span>`;
  }
  if (change !== 0 && change === row.total_score) {
    return html`<span class="move soft" title="Before ${date(on, 'UTC')} it had no points">new</span>`;
  }
  const [arrow, said, look] = change > 0 ? ['▲', 'up', 'up']
    : change < 0 ? ['▼', 'down', 'down'] : ['=', 'unchanged', 'soft'];
  return html`<span class="move ${look}" title=${`Its score was last computed otherwise on ${date(on, 'UTC')}`}>
    <span aria-hidden="true">${arrow} ${number(Math.abs(change), 1)}</span>
    <span class="sr-only">${said} by ${number(Math.abs(change), 1)} points on ${date(on, 'UTC')}</span>
  </span>`;
}

/** Where a film stood in the saved ranking: before is its rank there, undefined outside it. */
function rankMove(rank, before) {
  if (before === undefined) {
    return html`<span class="move up">new</span>`;
  }
  const by = before - rank;
  const [arrow, said, look] = by > 0 ? ['▲', 'up', 'up'] : by < 0 ? ['▼', 'down', 'down'] : ['=', 'as saved', 'soft'];
  return html`<span class="move ${look}" title="Saved rank: ${before}">
    <span aria-hidden="true">${arrow}${by ? ` ${Math.abs(by)}` : ''}</span>
    <span class="sr-only">${said}${by ? ` ${Math.abs(by)}` : ''}</span>
  </span>`;
}

/**
 * rows of the API; saved: movie_id → rank in the saved ranking, where the rows are a preview; target: the key of the target
 * list.
 */
export function rankingTable({ caption, rows, saved, target, state }) {
  const film = (row) => html`<a href=${state.href({ film: row.movie_id })}
    @click=${(event) => state.follow(event, { film: row.movie_id })}>${row.title}</a>
    <span class="sub">${row.year} ${statusChip(row.status)}</span>`;
  const columns = [
    { key: 'rank', label: '#', title: `Rank in the decade${saved ? ', and how far it moved against the saved ranking' : ''}`,
      numeric: true,
      cell: (row) => html`${number(row.rank)}
        ${saved ? html`<span class="sub">${rankMove(row.rank, saved.get(row.movie_id))}</span>` : nothing}` },
    { key: 'title', label: 'Film', cell: film },
    { key: 'likelihood_percentage', label: 'Likelihood', title: 'How likely it joins the list',
      cell: (row) => likelihoodBar(row.likelihood_percentage) },
    { key: 'total_score', label: 'Score', title: 'Of 100 points', numeric: true, minor: true,
      cell: (row) => number(row.total_score, 1) },
    ...(saved ? [] : [{ key: 'change', label: 'Changed',
      title: 'By how many points its score last changed', numeric: true, minor: true, cell: scoreChange }]),
    { key: 'confidence', label: 'Ratings known', title: 'Confidence: how many of the four rating sources are known',
      numeric: true, minor: true,
      cell: (row) => sourcesWords(row.confidence) },
    { key: 'canonical_sources', label: 'Other lists', minor: true, cell: (row) => otherLists(row, target) },
  ];
  return table({ caption, columns, rows, rowKey: (row) => row.movie_id, rowHeader: 'title' });
}

function otherLists(row, target) {
  const all = (row.canonical_sources ?? []).filter((key) => key !== target);
  return all.length
    ? html`<span class="lists">${all.map((key) => html`<span class="list-key">${words(key)}</span>`)}</span>`
    : html`<span class="soft">none</span>`;
}

/** “26–50 of 274”, and the way to the rows before and after. total null: nobody knows. */
export function pager({ state, page, size, shown, total }) {
  const from = (page - 1) * size + 1;
  const more = total === null ? shown === size : page * size < total;
  const link = (to, label, on) => on
    ? html`<a class="button" href=${state.href({ page: to })} @click=${(event) => state.follow(event, { page: to })}>${label}</a>`
    : html`<span class="button" aria-disabled="true">${label}</span>`;
  return html`<nav class="pager row between" aria-label="Pages of the ranking">
    ${link(page - 1, 'Previous', page > 1)}
    <span class="small soft" role="status">${shown ? `${number(from)}–${number(from + shown - 1)}` : 'none'}
      ${total === null ? nothing : ` of ${number(total)}`}</span>
    ${link(page + 1, 'Next', more)}
  </nav>`;
}
