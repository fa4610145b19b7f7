// Which parks and rides are broken or crowded: rankings, trends, awards, charts.
import { html, nothing } from 'lit';
import { address } from '../shared/api.js';
import { choices, currentInSight, tabs } from '../shared/choices.js';
import { Light } from '../shared/element.js';
import '../shared/freshness.js';
import { Live } from '../shared/live.js';
import { fill } from '../shared/shell.js';
import { shown } from '../shared/states.js';
import { tools } from '../shared/tools.js';
import { UrlState } from '../shared/url-state.js';
import {
  AWARDS, CATEGORIES, DEFAULTS, ENTITIES, FILTERS, TABS, hasLive, periodOf, seriesAddress, tableAddresses,
} from './asked.js';
import { parkDrawer } from './park-drawer.js';
import { headingOf, ranked } from './ranked.js';
import { statusPanels } from './status-panels.js';
import { periodOptions, windowNote } from './window-note.js';

class ParksPage extends Light {
  state = new UrlState(this, DEFAULTS);
  rows = new Live(this);
  series = new Live(this);
  status = new Live(this);
  windows = new Live(this);
  details = new Live(this);

  willUpdate() {
    const filter = this.state.get('filter');
    const drawer = this.state.get('drawer');
    this.rows.show(tableAddresses(this.state).json, { keep: true });
    this.series.show(seriesAddress(this.state));
    this.status.show(address('/api/live/status-summary', { filter }), { keep: true });
    this.windows.show(address('/api/parks/windows', { filter }), { keep: true });
    this.details.show(drawer ? address(`/api/parks/${encodeURIComponent(drawer)}/details`, { period: periodOf(this.state) }) : null);
    if (this.state.get('tab') === 'charts') {
      import('./charts.js');
    }
  }

  updated() {
    currentInSight(this);
  }

  /** Another selection starts at its first page; another table has other orders. */
  pick(changes) {
    this.state.set({ page: 1, ...changes });
  }

  tabs() {
    const clears = { page: 1, sort: null };
    const options = TABS.map((tab) => ({
      ...tab, changes: this.state.get('period') === 'live' && !hasLive(tab.value) ? { period: null } : {},
    }));
    return tabs({ label: 'What to look at', options, state: this.state, name: 'tab', clears });
  }

  choice(label, name, options, more = {}) {
    return choices({ label, options, value: this.state.get(name), pick: (value) => this.pick({ [name]: value, ...more }) });
  }

  asked() {
    const tab = this.state.get('tab');
    return html`<div class="asked">
      ${choices({
        label: 'Period', options: periodOptions(this.windows.data, tab), value: periodOf(this.state), pick: (period) => this.pick({ period }),
      })}
      <div class="row">
        ${this.choice('Which parks', 'filter', FILTERS)}
        ${tab === 'trends' ? this.choice('Which trend', 'category', CATEGORIES) : nothing}
        ${tab === 'awards' ? this.choice('Which award', 'award', AWARDS) : nothing}
        ${tab === 'trends' || tab === 'charts' ? nothing : this.choice('Parks or rides', 'of', ENTITIES, { sort: null })}
      </div>
      ${windowNote(this.windows.data, periodOf(this.state))}
    </div>`;
  }

  table() {
    const { json, csv } = tableAddresses(this.state);
    return html`<div class="stack table-of-tab" aria-busy=${String(!this.rows.data || this.rows.settling)}>
      <div class="row between">
        <h2>${this.rows.data ? headingOf(this.rows.data) : 'Loading'}</h2>
        <m-freshness .of=${this.rows.freshness}></m-freshness>
      </div>
      ${shown(this.rows, (data) => ranked(data, this.series.data, this.state), 12)}
      ${tools({ json, csv, attribution: this.rows.data?.attribution ?? this.status.data?.attribution })}
    </div>`;
  }

  render() {
    const charts = this.state.get('tab') === 'charts';
    return html`<div class="stack">
      <h1 class="page-title">Parks</h1>
      ${statusPanels(this.status)}
      ${this.tabs()}
      ${this.asked()}
      ${charts ? html`<m-park-charts .state=${this.state}></m-park-charts>` : this.table()}
      ${parkDrawer(this.details, () => this.state.set({ drawer: null }))}
    </div>`;
  }
}
customElements.define('m-parks-page', ParksPage);

export function show(main) {
  fill(main, html`<m-parks-page></m-parks-page>`);
}
