// The drawer of a park: its score taken apart, and its course.
import { html, nothing } from 'lit';
import '../shared/chart.js';
import '../shared/drawer.js';
import '../shared/freshness.js';
import { dateTime } from '../shared/format.js';
import { shown } from '../shared/states.js';
import { tools } from '../shared/tools.js';
import { lineOptions, lineTable } from './lines.js';
import { shameBreakdown } from './shame-breakdown.js';
import { STATUSES, statusWords } from './status.js';
import { days } from './window-note.js';
import { axisWords, periodName } from './windows.js';

function course({ chart, park }) {
  if (!chart) {
    return nothing;
  }
  const lines = [{ label: 'Shame score', values: chart.shame.map(({ value }) => value), colour: 0 }];
  const what = { labels: chart.labels, lines, digits: 1 };
  const per = chart.granularity === 'hourly' ? 'hour' : 'day';
  return html`<section class="stack" aria-label="Course">
    <h3>Shame score per ${per}</h3>
    <m-chart .label=${`Shame score of ${park.park_name} per ${per}. The table beneath has the numbers.`} .height=${220}
      .options=${lineOptions({ ...what, axisName: 'points of 10' })}
      .text=${lineTable({ ...what, caption: 'Shame score', head: per === 'hour' ? 'Hour' : 'Day' })}></m-chart>
    <p class="note small">${axisWords(chart.granularity, park.timezone)} A gap: the park was closed.</p>
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
