// The table of a tab: what its answer tells, in words; its rows; its pages.
import { html, nothing } from 'lit';
import { hours, number, percent } from '../shared/format.js';
import { empty, emptyReason } from '../shared/states.js';
import { table } from '../shared/table.js';
import { PAGE_ROWS } from './asked.js';
import { seriesOf } from './cells.js';
import { columnsOf } from './columns.js';
import { comparisonNote } from './window-note.js';
import { periodName } from './windows.js';

const WHAT = {
  park_downtime: 'Parks by shame',
  ride_downtime: 'Rides by downtime',
  park_waittimes: 'Parks by wait',
  ride_waittimes: 'Rides by wait',
  'trends_parks-improving': 'Parks whose uptime rose',
  'trends_parks-declining': 'Parks whose uptime fell',
  'trends_rides-improving': 'Rides whose uptime rose',
  'trends_rides-declining': 'Rides whose uptime fell',
  'awards_longest-wait-times_rides': 'The longest waits of rides',
  'awards_longest-wait-times_parks': 'The longest waits of parks',
  'awards_least-reliable_rides': 'The least reliable rides',
  'awards_least-reliable_parks': 'The least reliable parks',
};

const FIGURES = { park_downtime: [1, ''], ride_downtime: [2, 'h'], park_waittimes: [1, 'min'], ride_waittimes: [1, 'min'] };

/** What the table shows, by the words of the answer itself. */
export const headingOf = (data) => `${WHAT[data.view] ?? data.view}, ${periodName(data.period).toLowerCase()}`;

function sums(stats) {
  return stats?.total_parks
    ? html`<p class="note small">${number(stats.total_parks)} ${stats.total_parks === 1 ? 'park' : 'parks'}, ${hours(stats.total_downtime_hours)} down in all,
        ${percent(stats.avg_uptime_percentage)} uptime on average.</p>`
    : nothing;
}

const link = (state, label, changes) =>
  html`<a class="button" href=${state.href(changes)} @click=${(event) => state.follow(event, changes)}>${label}</a>`;

function pages(data, state) {
  const page = Math.floor(data.offset / PAGE_ROWS) + 1;
  const last = Math.max(1, Math.ceil(data.record_count / PAGE_ROWS));
  if (last === 1 && page === 1) {
    return html`<p class="note small">${number(data.record_count)} ${data.record_count === 1 ? 'row' : 'rows'}, all of them shown.</p>`;
  }
  const to = (there, label) =>
    there < 1 || there > last ? html`<span class="button" aria-disabled="true">${label}</span>` : link(state, label, { page: there });
  return html`<nav class="pages-of-table row" aria-label="Pages of the table">
    ${to(page - 1, 'Previous')}
    <span>${number(data.offset + 1)} to ${number(data.offset + data.data.length)} of ${number(data.record_count)}</span>
    ${to(page + 1, 'Next')}
  </nav>`;
}

function nothingHere(data, state) {
  if (data.record_count > 0) {
    return empty(`There is no such page: there are ${number(data.record_count)} rows.`, link(state, 'To the first page', { page: 1 }));
  }
  const wider = [];
  if (['live', 'today', 'yesterday'].includes(data.period)) {
    wider.push(link(state, 'Look at 7 days', { period: '7days', page: 1 }));
  }
  if (data.filter !== 'all-parks') {
    wider.push(link(state, 'Look at all parks', { filter: 'all-parks', page: 1 }));
  }
  return empty(emptyReason(data.empty_reason), wider.length ? html`<p class="row">${wider}</p>` : nothing);
}

/** data: the answer of a ranking, a trend or an award; chart: that of its series, null where there is none. */
export function ranked(data, chart, state) {
  const links = { href: (changes) => state.href(changes), follow: (event, changes) => state.follow(event, changes) };
  const sort = (name) => ({ sort: name, page: 1 });
  const series = seriesOf(chart, ...(FIGURES[data.view] ?? [1, '']));
  return html`${comparisonNote(data)}${sums(data.aggregate_stats)}
    ${data.data.length
      ? html`${table({
          caption: headingOf(data), columns: columnsOf(data.view, links, series), rows: data.data,
          rowKey: (row) => row.ride_id ?? row.park_id, rowHeader: data.data[0].ride_id ? 'ride_name' : 'park_name',
          sorted: data.sort_by, href: (name) => state.href(sort(name)), follow: (event, name) => state.follow(event, sort(name)),
        })}${pages(data, state)}`
      : nothingHere(data, state)}`;
}
