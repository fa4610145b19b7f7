// Which days and hours a period is. Every park is in its own today, so there is a window per zone.
import { html, nothing } from 'lit';
import { dateTime } from '../shared/format.js';
import { PERIODS, hasLive } from './asked.js';
import { longDay, periodName } from './windows.js';

const LIVE = 'The newest snapshot of every ride, none older than 2 hours; parks that are open now.';

const zonesOf = (told, period) => told?.windows.find((window) => window.period === period)?.zones ?? [];

/** “America/Los_Angeles (3 parks): 21 Nov 2026, 04:00 GMT-8 to 22 Nov 2026, 04:00 GMT-8”. */
function zoneLine(zone) {
  const parks = zone.parks === 1 ? '1 park' : `${zone.parks} parks`;
  return `${zone.timezone} (${parks}): ${dateTime(zone.starts_at, zone.timezone)} to ${dateTime(zone.ends_at, zone.timezone)}`;
}

/** The exact window of a period, line by line; told: what /api/parks/windows answers, null until it has. */
function windowText(told, period) {
  if (period === 'live') {
    return LIVE;
  }
  return ['Operating days of every park, in its own zone:', ...zonesOf(told, period).map(zoneLine)].join('\n');
}

/** The buttons of a tab's periods, each with its window as tooltip. */
export const periodOptions = (told, tab) =>
  PERIODS.filter((period) => period !== 'live' || hasLive(tab))
    .map((period) => ({ value: period, label: periodName(period), title: windowText(told, period) }));

/** Sat 21 Nov 2026, or Sun 15 Nov 2026 to Sat 21 Nov 2026. */
export const days = (from, to) => (from === to ? longDay(from) : `${longDay(from)} to ${longDay(to)}`);

/** The window of the chosen period, unfolded to its zones: what the tooltip says, for whoever has no pointer. */
export function windowNote(told, period) {
  const zones = zonesOf(told, period);
  if (period === 'live') {
    return html`<p class="window-note note small">${LIVE}</p>`;
  }
  if (!zones.length) {
    return html`<p class="window-note note small">Each park in its own zone.</p>`;
  }
  const from = zones.map((zone) => zone.from).sort()[0];
  const to = zones.map((zone) => zone.to).sort().at(-1);
  return html`<details class="window-note note small">
    <summary>${periodName(period)}: ${days(from, to)}, each park in its own zone</summary>
    <ul>${zones.map((zone) => html`<li>${zoneLine(zone)}</li>`)}</ul>
  </details>`;
}

/** The two windows a trend compares. */
export function comparisonNote({ comparison, period }) {
  const { current, previous } = comparison ?? {};
  return current?.from
    ? html`<p class="note small">Uptime of <strong>${days(current.from, current.to)}</strong> against
        <strong>${days(previous.from, previous.to)}</strong>${period === 'today' ? ' up to the same time' : ''}, operating days of each
        park in its own zone. Listed is what moved by 5 percentage points or more, unless Marquee is configured otherwise.</p>`
    : nothing;
}
