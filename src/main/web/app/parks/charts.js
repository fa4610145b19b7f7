// The charts of the rankings: lines with the window before them dashed, or a heat map.
import { html, nothing } from 'lit';
import { Light } from '../shared/element.js';
import { address } from '../shared/api.js';
import { Live } from '../shared/live.js';
import { UrlState } from '../shared/url-state.js';
import { choices } from '../shared/choices.js';
import { empty, shown } from '../shared/states.js';
import { tools } from '../shared/tools.js';
import { capital } from '../shared/format.js';
import '../shared/chart.js';
import '../shared/freshness.js';
import { heatOptions, heatTable, heatHeight } from './heat.js';
import { legend, lineOptions, lineTable } from './lines.js';
import { axisWords, before, daysBefore, periodName } from './windows.js';

const LINES = 8;
const MOST = 20;

/** By the value of chart=: what is drawn, from where. */
const CHARTS = {
  parks: { label: 'Parks by shame', of: 'Shame score', unit: '', axis: 'points of 10', digits: 1 },
  rides: { label: 'Rides by downtime', of: 'Downtime', unit: 'h', axis: 'hours down', digits: 2 },
  waittimes: { label: 'Parks by wait', of: 'Average wait', unit: 'min', axis: 'minutes', digits: 1 },
  ridewaittimes: { label: 'Rides by wait', of: 'Average wait', unit: 'min', axis: 'minutes', digits: 1 },
  'parks-shame': { label: 'Parks by shame', heat: true, of: 'Shame score', unit: '', digits: 1 },
  'rides-downtime': { label: 'Rides by downtime', heat: true, of: 'Downtime', unit: 'h', digits: 2 },
  'parks-waittimes': { label: 'Parks by wait', heat: true, of: 'Average wait', unit: 'min', digits: 1 },
  'rides-waittimes': { label: 'Rides by wait', heat: true, of: 'Average wait', unit: 'min', digits: 1 },
};

const options = (heat) =>
  Object.entries(CHARTS).filter(([, chart]) => Boolean(chart.heat) === heat).map(([value, { label }]) => ({ value, label }));

/**
 * Property state: the UrlState of the page, of which period and filter are read; its own names are chart (what is drawn),
 * entity (the one line shown alone) and compare (no: without the window before).
 */
class ParkCharts extends Light {
  static properties = { state: { attribute: false } };
  redrawn = new UrlState(this, {});
  chart = new Live(this);
  former = new Live(this);

  get kind() {
    const wanted = this.state.get('chart');
    return CHARTS[wanted] ? wanted : 'parks';
  }

  /** Charts know no present moment: live shows today. */
  get period() {
    const period = this.state.get('period');
    return !period || period === 'live' ? 'today' : period;
  }

  get when() {
    return periodName(this.period).toLowerCase();
  }

  source(limit, period = this.period) {
    const path = CHARTS[this.kind].heat ? '/api/trends/heatmap-data' : '/api/trends/chart-data';
    return address(path, { type: this.kind, period, filter: this.state.get('filter'), limit });
  }

  render() {
    const { heat } = CHARTS[this.kind];
    const comparison = heat ? null : before(this.period);
    const compared = comparison && this.state.get('compare') !== 'no';
    this.chart.show(this.source(heat ? MOST : LINES));
    this.former.show(compared ? this.source(MOST, comparison.period) : null);
    return html`<section class="stack park-charts" aria-label="Charts">
      <div class="chart-kinds">${this.kinds('Lines', false)}${this.kinds('Heat maps', true)}</div>
      <div class="row between"><h2>${this.heading()}</h2><m-freshness .of=${this.chart.freshness}></m-freshness></div>
      ${this.state.get('period') === 'live'
        ? html`<p class="note small">Charts are drawn over a day or more: live shows today.</p>` : nothing}
      ${shown(this.chart, (data) => (heat ? this.heatMap(data) : this.lines(data, comparison, compared)), 9)}
    </section>`;
  }

  kinds(name, heat) {
    const pick = (chart) => this.state.set({ chart, entity: null });
    return html`<div class="chart-kind"><span class="soft small">${name}</span>
      ${choices({ label: name, options: options(heat), value: this.kind, pick })}</div>`;
  }

  heading() {
    const { label, heat } = CHARTS[this.kind];
    return `${label}, ${this.when}${heat ? ', as a heat map' : ''}`;
  }

  lines(data, comparison, compared) {
    const { labels, datasets } = data.chart_data;
    const kind = CHARTS[this.kind];
    if (!datasets.length) {
      return this.nothingThere(data);
    }
    const all = datasets.map((set, colour) => ({
      id: String(set.entity_id), label: set.label, sub: set.park_name, colour, values: set.data.map((point) => point.value),
    }));
    const chosen = all.some((line) => line.id === this.state.get('entity')) ? this.state.get('entity') : null;
    const present = all.filter((line) => !chosen || line.id === chosen);
    const lines = compared ? present.flatMap((line) => [line, ...this.formerLine(line, labels, comparison)]) : present;
    const what = { labels, lines, digits: kind.digits, unit: kind.unit };
    return html`
      <div class="row between">
        ${legend({ label: 'Lines: pick one to see it alone', lines: all, chosen, pick: (entity) => this.state.set({ entity }) })}
        ${comparison ? this.compareBox(comparison, compared) : nothing}
      </div>
      <m-chart .label=${this.sentence(all, comparison, compared)} .height=${360}
        .options=${lineOptions({ ...what, axisName: kind.axis })}
        .text=${lineTable({ ...what, caption: kind.of, head: data.granularity === 'hourly' ? 'Hour' : 'Day' })}></m-chart>
      ${this.notes(data, compared && comparison, datasets.length)}`;
  }

  compareBox(comparison, compared) {
    const pick = (event) => this.state.set({ compare: event.target.checked ? null : 'no' });
    return html`<label class="field inline"><input type="checkbox" .checked=${compared} @change=${pick}>
      Compare with ${comparison.name} (dashed)</label>`;
  }

  /**
   * The same entity in the window before, point under point; nothing where it is not told of. Days are compared where
   * both have a value: the days of a chart are those of all zones, and not every park's window has all of them.
   */
  formerLine(line, labels, comparison) {
    const former = this.former.data?.chart_data;
    const set = former?.datasets.find((other) => String(other.entity_id) === line.id);
    if (!set) {
      return [];
    }
    const then = (label) => (comparison.shift ? daysBefore(label, comparison.shift) : label);
    const value = (label) => set.data[former.labels.indexOf(then(label))]?.value ?? null;
    const values = labels.map((label, at) => (comparison.shift && line.values[at] === null ? null : value(label)));
    return [{ ...line, label: `${line.label}, ${comparison.name}`, dashed: true, values }];
  }

  heatMap(data) {
    const kind = CHARTS[this.kind];
    if (!data.entities.length) {
      return this.nothingThere(data);
    }
    const many = `${data.entities.length} ${this.kind.startsWith('rides') ? 'rides' : 'parks'}`;
    const points = data.granularity === 'hourly' ? 'the hours 04 to 03' : 'the days';
    const label = `Heat map, ${kind.of.toLowerCase()} of ${many}: ${points} of ${this.when}. The table beneath has the numbers.`;
    return html`
      <m-chart .label=${label}
        .height=${heatHeight(data)} .options=${heatOptions(data, kind)} .text=${heatTable(data, kind)}></m-chart>
      ${this.notes(data, null, data.entities.length)}`;
  }

  sentence(all, comparison, compared) {
    const against = compared ? `, compared with ${comparison.name}` : '';
    const names = all.map((line) => line.label).join(', ');
    return `${CHARTS[this.kind].of}, ${this.when}${against}: ${names}. The table beneath has the numbers.`;
  }

  notes(data, comparison, drawn) {
    const more = data.record_count > drawn ? `The first ${drawn} of ${data.record_count} are shown. ` : '';
    const dashed = comparison?.shift ? `Dashed: ${comparison.name}, where among the first ${MOST} of 30 days. ` : '';
    return html`<p class="note small">${more}${dashed}${axisWords(data.granularity)} A gap: nothing was open to be measured.</p>
      ${tools({ json: this.chart.url, attribution: data.attribution })}`;
  }

  nothingThere(data) {
    return empty(`${capital(data.empty_reason ?? 'nothing to draw')}.`,
      html`<button type="button" class="button" @click=${() => this.state.set({ period: 'yesterday' })}>Show yesterday</button>`);
  }
}
customElements.define('m-park-charts', ParkCharts);
