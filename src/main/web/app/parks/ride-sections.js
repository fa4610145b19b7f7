// What the page of a ride tells beneath its figures: the chart, its outages, its hours.
import { html, nothing } from 'lit';
import { choices } from '../shared/choices.js';
import { clockTime, dateTime, hours, minutes, number, percent } from '../shared/format.js';
import { table } from '../shared/table.js';
import '../shared/chart.js';
import { lineOptions, lineTable } from './lines.js';
import { statusBadge } from './status.js';
import { axisWords, periodName } from './windows.js';

const NUMBERS = {
  wait: {
    label: 'Wait', unit: 'min', axis: 'minutes', digits: 1,
    lines: (series) => [
      { label: 'Average wait', values: series.map((point) => point.avg_wait_time), colour: 0 },
      { label: 'Longest wait', values: series.map((point) => point.peak_wait_time), colour: 1, dashed: true },
    ],
  },
  downtime: {
    label: 'Downtime', unit: 'h', axis: 'hours down', digits: 2,
    lines: (series) => [{ label: 'Downtime', values: series.map((point) => point.downtime_hours), bars: true, colour: 0 }],
  },
  uptime: {
    label: 'Uptime', unit: '%', axis: 'percent of the open minutes', digits: 1, most: 100,
    lines: (series) => [{ label: 'Uptime', values: series.map((point) => point.uptime_percentage), colour: 3 }],
  },
};

export function rideChart({ details, state }) {
  const { ride, timeseries, granularity, period } = details;
  const name = NUMBERS[state.get('chart')] ? state.get('chart') : 'wait';
  const { label, axis, most, lines, unit, digits } = NUMBERS[name];
  const hour = granularity === 'hourly';
  const labels = timeseries.map((point) => (hour ? clockTime(point.hour_start, ride.timezone).slice(0, 2) : point.date));
  const what = { labels, lines: lines(timeseries), digits, unit };
  return html`<section class="stack" aria-label="Chart">
    <div class="row between">
      <h2>${label}, ${periodName(period).toLowerCase()}</h2>
      ${choices({
        label: 'What the chart shows', value: name, pick: (chosen) => state.set({ chart: chosen }),
        options: Object.entries(NUMBERS).map(([value, { label: text }]) => ({ value, label: text })),
      })}
    </div>
    <m-chart .label=${`${label} of ${ride.ride_name} per ${hour ? 'hour' : 'day'}. The table beneath has the numbers.`}
      .height=${280} .options=${lineOptions({ ...what, axisName: axis, most })}
      .text=${lineTable({ ...what, caption: label, head: hour ? 'Hour' : 'Day' })}></m-chart>
    <p class="note small">${axisWords(granularity, ride.timezone)}${name === 'wait' ? ' Dashed: the longest wait.' : ''}</p>
  </section>`;
}

export function outages({ downtime_events: events, ride }) {
  const zone = ride.timezone;
  return html`<section class="stack" aria-label="Outages">
    <h2>Outages</h2>
    ${events.length
      ? table({
          caption: `Outages, times in ${zone}, the newest first`,
          columns: [
            { key: 'start_time', label: 'From', cell: (event) => dateTime(event.start_time, zone) },
            {
              key: 'end_time', label: 'Until',
              cell: (event) => (event.is_ongoing || !event.end_time
                ? html`<span class="state bad">Still down</span>` : dateTime(event.end_time, zone)),
            },
            { key: 'duration_hours', label: 'Down for', numeric: true, cell: (event) => hours(event.duration_hours) },
          ],
          rows: events.toReversed(), rowKey: (event) => event.start_time, rowHeader: 'start_time',
        })
      : html`<p class="note">It was never down in this period.</p>`}
  </section>`;
}

export function hourly({ hourly_breakdown: list, ride, granularity }) {
  return list.length
    ? html`<section class="stack hourly" aria-label="By hour of the day">
        <h2>By hour of the day</h2>
        ${table({
          caption: `Hours of the day in ${ride.timezone}`,
          columns: [
            { key: 'hour', label: 'Hour', cell: (row) => `${row.hour}:00` },
            { key: 'status', label: 'Mostly', minor: true, cell: (row) => statusBadge(row.status) },
            {
              key: 'avg_wait_time', label: 'Avg wait', numeric: true, title: 'Average wait',
              cell: (row) => number(row.avg_wait_time, 1, 'min'),
            },
            { key: 'peak_wait_time', label: 'Longest', numeric: true, minor: true, cell: (row) => minutes(row.peak_wait_time) },
            { key: 'uptime_percentage', label: 'Uptime', numeric: true, cell: (row) => percent(row.uptime_percentage) },
            { key: 'downtime_hours', label: 'Down', numeric: true, cell: (row) => hours(row.downtime_hours) },
            { key: 'samples', label: 'Snapshots', numeric: true, minor: true, cell: (row) => number(row.samples) },
          ],
          rows: list, rowKey: (row) => row.hour, rowHeader: 'hour',
        })}
        <p class="note small">${granularity === 'hourly' ? nothing : 'All days of the period together.'}
          ${axisWords('hourly', ride.timezone)}</p>
      </section>`
    : nothing;
}
