// Every key: its state and why, its age against its bounds, what it costs.
import { html, nothing } from 'lit';
import { Light } from '../shared/element.js';
import { choices, select } from '../shared/choices.js';
import { reasonWords } from '../shared/freshness.js';
import { bytes, capital, number, span } from '../shared/format.js';
import { empty } from '../shared/states.js';
import { table } from '../shared/table.js';
import '../shared/run.js';
import { pauseKey, refresh } from './act.js';

const PAGE = 40;
const KINDS = { fresh: 'good', stale: 'warn', missing: 'bad' };
const share = (view) => (view.age_seconds ?? Infinity) / (view.fresh_for_seconds || 1);
const ORDERS = {
  age: (a, b) => share(b) - share(a),
  key: (a, b) => a.cache_key.localeCompare(b.cache_key),
  records: (a, b) => (b.record_count ?? -1) - (a.record_count ?? -1),
  slow: (a, b) => (b.generation_time_ms ?? -1) - (a.generation_time_ms ?? -1),
  bytes: (a, b) => (b.bytes ?? -1) - (a.bytes ?? -1),
  generation: (a, b) => (b.generation ?? -1) - (a.generation ?? -1),
};

/** A key may break after its underscores. */
const breakable = (key) => key.split('_').map((part, index) => (index ? html`_<wbr>${part}` : part));

function age(view) {
  if (view.age_seconds === null) {
    return '–';
  }
  const bound = view.fresh_for_seconds;
  const words = `${span(view.age_seconds * 1000)} of ${span(bound * 1000)}`;
  return html`<span class="age"><meter min="0" max=${bound} high=${bound * 0.99} .value=${Math.min(view.age_seconds, bound)}
    aria-label="Age against what counts as fresh"></meter><span>${words}</span></span>`;
}

function state(view) {
  return html`<span class="state ${KINDS[view.state] ?? 'soft'}">${view.state}</span>
    ${view.paused ? html`<span class="state info">paused</span>` : nothing}
    ${view.reason ? html`<span class="sub">${reasonWords(view.reason)}</span>` : nothing}`;
}

/** Properties: state (UrlState), query (what it was drawn for), status (cache-status), admin. Fires "acted". */
class Keys extends Light {
  static properties = {
    state: { attribute: false }, query: {}, status: { attribute: false }, admin: { type: Boolean }, href: { state: true },
  };

  chosen() {
    const { state: only, feature, q, sort } = this.state.all();
    return this.status.views
      .filter((view) => only === 'all' || view.state === only || (only === 'paused' && view.paused))
      .filter((view) => !feature || view.feature === feature)
      .filter((view) => view.cache_key.includes(q.trim().toLowerCase()))
      .sort((a, b) => (ORDERS[sort] ?? ORDERS.age)(a, b) || ORDERS.key(a, b));
  }

  render() {
    const found = this.chosen();
    const shown = this.state.get('more') ? found : found.slice(0, PAGE);
    return html`<div class="stack">
      ${this.filters()}
      ${this.href ? html`<m-run href=${this.href} cancellable @ended=${() => this.acted()}></m-run>` : nothing}
      ${found.length ? this.table(shown) : empty('No key is like this.')}
      ${found.length > shown.length ? html`<button type="button" class="button" @click=${() => this.state.set({ more: '1' })}>
        Show all ${number(found.length)}</button>` : html`<p class="soft small">${number(found.length)} keys</p>`}
    </div>`;
  }

  acted() {
    this.dispatchEvent(new CustomEvent('acted'));
  }

  filters() {
    const { status, state: url } = this;
    return html`<div class="row">
      ${choices({ label: 'State', value: url.get('state'), pick: (value) => url.set({ state: value, more: '' }), options: [
        { value: 'all', label: 'All' }, { value: 'stale', label: `Stale ${status.stale_views}` },
        { value: 'missing', label: `Missing ${status.missing_views}` }, { value: 'fresh', label: `Fresh ${status.fresh_views}` },
        { value: 'paused', label: `Paused ${status.views.filter((view) => view.paused).length}` }] })}
      ${select({ label: 'Feature', value: url.get('feature'), pick: (value) => url.set({ feature: value, more: '' }),
        options: [{ value: '', label: 'All' }, ...status.features.map(({ name }) => ({ value: name, label: capital(name) }))] })}
      <label class="field"><span>Key contains</span><input type="search" .value=${url.get('q')}
        @input=${(event) => url.set({ q: event.target.value, more: '' }, { replace: true })}></label>
    </div>`;
  }

  table(rows) {
    const columns = [
      { key: 'cache_key', label: 'Key', sort: 'key', ascending: true, cell: (view) => html`<a class="key"
        href="/api/views/${view.cache_key}">${breakable(view.cache_key)}</a>` },
      { key: 'state', label: 'State', cell: state },
      { key: 'age_seconds', label: 'Age', sort: 'age', title: 'Age against the bound up to which it is fresh', cell: age },
      { key: 'record_count', label: 'Records', numeric: true, minor: true, sort: 'records', cell: (view) => number(view.record_count) },
      { key: 'generation_time_ms', label: 'Build', numeric: true, sort: 'slow', title: 'How long its SQL took',
        cell: (view) => number(view.generation_time_ms, 0, 'ms') },
      { key: 'bytes', label: 'Size', numeric: true, minor: true, sort: 'bytes', cell: (view) => bytes(view.bytes) },
      { key: 'generation', label: 'Generation', numeric: true, minor: true, sort: 'generation', cell: (view) => number(view.generation) },
    ];
    if (this.admin) {
      columns.push({ key: 'act', label: 'Act', cell: (view) => this.actions(view) });
    }
    return table({ caption: 'Keys', columns, rows, rowKey: (view) => view.cache_key, rowHeader: 'cache_key',
      sorted: this.state.get('sort'), href: (sort) => this.state.href({ sort }),
      follow: (event, sort) => this.state.follow(event, { sort }) });
  }

  actions(view) {
    return html`<span class="acts">
      <button type="button" class="link" aria-label="Refresh ${view.cache_key}" ?disabled=${view.paused || this.status.refreshing.paused}
        @click=${() => this.refresh(view.cache_key)}>Refresh</button>
      <button type="button" class="link" aria-label="${view.paused ? 'Resume' : 'Pause'} ${view.cache_key}"
        @click=${() => pauseKey(this, view.cache_key, !view.paused)}>${view.paused ? 'Resume' : 'Pause'}</button>
    </span>`;
  }

  async refresh(name) {
    const href = await refresh(this, { scope: 'key', name, force: true });
    this.href = href ?? this.href;
  }
}
customElements.define('m-keys', Keys);
