// A park over the hours or days of a period, one of its numbers at a time.
import { html, nothing } from 'lit';
import { choices } from '../shared/choices.js';
import { capital } from '../shared/format.js';
import '../shared/chart.js';
import { lineOptions, lineTable } from './lines.js';
import { axisWords, periodName } from './windows.js';

const NUMBERS = {
  shame: {
    label: 'Shame score', unit: '', axis: 'points of 10', digits: 1, values: (chart) => chart.shame.map((point) => point.value),
  },
  downtime: { label: 'Downtime', unit: 'h', axis: 'hours down', digits: 2, values: (chart) => chart.downtime_hours, bars: true },
  rides: { label: 'Rides with downtime', unit: '', axis: 'rides', digits: 0, values: (chart) => chart.rides_down, bars: true },
  wait: { label: 'Average wait', unit: 'min', axis: 'minutes', digits: 1, values: (chart) => chart.avg_wait_time },
};

/**
 * former: the details of yesterday, drawn dashed beneath today; null for none.
 * Nothing for a live park, and where nothing was measured.
 */
export function parkChart({ details, former, state }) {
  const { chart, park, period } = details;
  if (!chart || details.empty_reason) {
    return nothing;
  }
  const name = NUMBERS[state.get('chart')] ? state.get('chart') : 'shame';
  const shownNumber = NUMBERS[name];
  const { label, unit, axis, digits, bars } = shownNumber;
  const lines = [{ label, values: shownNumber.values(chart), bars, colour: 0 }];
  if (former?.chart) {
    lines.push({ label: 'Yesterday', values: shownNumber.values(former.chart), dashed: true, colour: 1 });
  }
  const per = chart.granularity === 'hourly' ? 'hour' : 'day';
  const what = { labels: chart.labels, lines, digits, unit };
  return html`<section class="stack" aria-label="Chart">
    <div class="row between">
      <h2>${label}, ${periodName(period).toLowerCase()}</h2>
      ${choices({
        label: 'What the chart shows', value: name, pick: (chosen) => state.set({ chart: chosen }),
        options: Object.entries(NUMBERS).map(([value, { label: words }]) => ({ value, label: words })),
      })}
    </div>
    <m-chart .label=${`${label} of ${park.park_name} per ${per}. The table beneath has the numbers.`}
      .height=${280} .options=${lineOptions({ ...what, axisName: axis })}
      .text=${lineTable({ ...what, caption: label, head: capital(per) })}></m-chart>
    <p class="note small">${axisWords(chart.granularity, park.timezone)} A gap: the park was closed.
      ${former?.chart ? 'Dashed: yesterday.' : nothing}</p>
  </section>`;
}
