// The drawer of a park: its score taken apart, and its course.
import { html, nothing } from 'lit';
import '../shared/chart.js';
import '../shared/drawer.js';
import '../shared/freshness.js';
import { dateTime, number } from '../shared/format.js';
import { shown } from '../shared/states.js';
import { table } from '../shared/table.js';
import { tools } from '../shared/tools.js';
import { shameBreakdown } from './shame-breakdown.js';
import { statusWords, STATUSES } from './status.js';
import { days } from './window-note.js';
import { axisWords, periodName, pointWords } from './windows.js';

const drawn = new WeakMap();

/** The same function for the same answer, so that the chart is drawn once. */
function courseOptions(chart) {
  if (!drawn.has(chart)) {
    drawn.set(chart, (colours) => ({
      grid: { left: 36, right: 12, top: 16, bottom: 28 },
      xAxis: { type: 'category', data: chart.labels, axisLabel: { color: colours.soft }, axisLine: { lineStyle: { color: colours.line } } },
      yAxis: { type: 'value', min: 0, axisLabel: { color: colours.soft }, splitLine: { lineStyle: { color: colours.line } } },
      tooltip: { trigger: 'axis', valueFormatter: (value) => number(value, 1) },
      series: [{
        type: 'line', name: 'Shame', data: chart.shame.map(({ value }) => value), connectNulls: false, showSymbol: chart.labels.length < 32,
        lineStyle: { color: colours.series[0], width: 2 }, itemStyle: { color: colours.series[0] },
        areaStyle: { color: colours.series[0], opacity: 0.12 },
      }],
    }));
  }
  return drawn.get(chart);
}

const COURSE = [
  { key: 'label', label: 'When' },
  { key: 'shame', label: 'Shame', numeric: true, cell: (point) => number(point.shame, 1) },
  { key: 'down', label: 'Downtime', numeric: true, cell: (point) => number(point.down, 2, 'h') },
  { key: 'rides', label: 'Rides down', numeric: true, cell: (point) => number(point.rides) },
];

function course({ chart, park }) {
  if (!chart) {
    return nothing;
  }
  const per = chart.granularity === 'hourly' ? `hour, ${park.timezone}` : 'operating day';
  const rows = chart.labels.map((label, index) => ({
    label: chart.granularity === 'hourly' ? `${label}:00` : label,
    shame: chart.shame[index].value, down: chart.downtime_hours[index], rides: chart.rides_down[index],
  }));
  return html`<section class="stack" aria-label="Course">
    <h3>Shame per ${per}</h3>
    <m-chart .label=${`Shame of ${park.park_name} per ${per}`} .height=${220} .options=${courseOptions(chart)}
      .text=${table({ caption: 'Shame in numbers', columns: COURSE, rows, rowKey: (row) => row.label, rowHeader: 'label' })}></m-chart>
  </section>`;
}

const present = (status) => STATUSES.filter((name) => status[name]).map((name) => `${status[name]} ${statusWords(name).toLowerCase()}`).join(', ');

function content(details, live) {
  const { park, window, current_status: status } = details;
  return html`
    <p class="soft">${park.location} · ${periodName(details.period)}${details.period === 'live'
      ? '' : html`: ${days(window.from, window.to)}`} in ${park.timezone}</p>
    <p class="row"><a class="button" href="/parks/${park.park_id}?period=${details.period}">All about this park</a>
      <m-freshness .of=${live.freshness}></m-freshness></p>
    <p class="note small">Now ${status.park_is_open ? 'open' : 'closed'}: ${present(status) || 'no attraction reports'}${status.last_updated
      ? html`, as of ${dateTime(status.last_updated, park.timezone)}` : nothing}.</p>
    ${shameBreakdown(details)}
    ${course(details)}
    ${tools({ json: live.url, attribution: details.attribution })}`;
}

/** live: a Live document of /api/parks/{id}/details, idle while no drawer is open; close: what to do when it is closed. */
export function parkDrawer(live, close) {
  return html`<m-drawer .open=${Boolean(live.url)} .heading=${live.data?.park.park_name ?? 'Park'}
    .content=${shown(live, (details) => content(details, live))} @closed=${close}></m-drawer>`;
}
