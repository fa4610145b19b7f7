// What stands in the cells of the tables: names with their places, scores with their words, movement with its sign.
import { html, nothing } from 'lit';
import { number, signed } from '../shared/format.js';
import { sparkline } from '../shared/sparkline.js';
import { shameScore } from './shame-breakdown.js';

const SHAME_WORDS = [[0.05, 'none'], [0.5, 'little'], [1.5, 'some'], [3, 'much'], [Infinity, 'most']];

const shameWords = (score) => SHAME_WORDS.find(([below]) => score < below)[1];

/** The score, its colour and its word; a link to how it is made. */
export function shameCell(row, { href, follow }) {
  if (row.shame_score === null) {
    return html`<span class="soft">–</span>`;
  }
  const changes = { drawer: row.park_id };
  return html`<a class="shame-link" href=${href(changes)} @click=${(event) => follow(event, changes)}
    title="How this score is made">${shameScore(row.shame_score)}<span class="shame-word">${shameWords(row.shame_score)}</span><span
    class="sr-only"> shame at ${row.park_name}: how the score is made</span></a>`;
}

const openWords = (open) => (open === undefined ? nothing : open ? ' · open now' : ' · closed now');

export function parkCell(row) {
  return html`<a href="/parks/${row.park_id}">${row.park_name}</a>
    <span class="sub">${row.location}${openWords(row.park_is_open)}</span>`;
}

export function rideCell(row) {
  return html`<a href="/rides/${row.ride_id}">${row.ride_name}</a>
    <span class="sub"><a href="/parks/${row.park_id}">${row.park_name}</a>${row.tier ? ` · tier\u00a0${row.tier}` : ''}</span>`;
}

/** How uptime moved, in percentage points: an arrow, a colour and the signed number. */
export function movement(points) {
  if (points === null || points === undefined) {
    return html`<span class="soft" title="Too few facts to compare">–</span>`;
  }
  const way = points > 0 ? 'up' : points < 0 ? 'down' : 'level';
  const arrow = { up: '▲', down: '▼', level: '■' }[way];
  return html`<span class="movement ${way}"><span aria-hidden="true">${arrow}</span> ${signed(points, 1, 'pt')}</span>`;
}

/** series: entity id → { values, label }, of which a row may have none; its place is kept until they come. */
export function seriesCell(id, series) {
  const line = series.get(id);
  return html`<span class="series">${line ? sparkline(line.values, line.label) : nothing}</span>`;
}

const named = (label, granularity) => (granularity === 'hourly' ? `${label}:00` : label);

/** The lines of chart data by entity, each with the words for who cannot see it. */
export function seriesOf(chart, digits, unit) {
  const { labels = [], datasets = [] } = chart?.chart_data ?? {};
  return new Map(datasets.map(({ entity_id: id, label, data }) => {
    const values = data.map(({ value }) => value);
    const known = values.filter((value) => value !== null);
    const span = `${named(labels[0], chart.granularity)} to ${named(labels.at(-1), chart.granularity)}`;
    const range = `from ${number(Math.min(...known), digits)} to ${number(Math.max(...known), digits, unit)}`;
    return [id, { values, label: `${label}, ${span}: ${range}` }];
  }));
}
