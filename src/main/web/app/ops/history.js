// The newest runs, and of one of them what became of every key.
import { html, nothing } from 'lit';
import { Light } from '../shared/element.js';
import { Live } from '../shared/live.js';
import { dateTime, number, span, words } from '../shared/format.js';
import { empty, shown } from '../shared/states.js';
import { table } from '../shared/table.js';
import '../shared/drawer.js';
import '../shared/run.js';

const KINDS = { success: 'good', partial: 'warn', failed: 'bad', abandoned: 'bad', cancelled: 'soft', running: 'info', queued: 'info' };
const RUNNING = ['queued', 'running'];
const chip = (status) => html`<span class="state ${KINDS[status] ?? 'soft'}">${status}</span>`;

/** Properties: state (UrlState), run (the id of the one taken apart), admin. */
class History extends Light {
  static properties = { state: { attribute: false }, run: {}, admin: { type: Boolean } };
  runs = new Live(this, { every: 3_000 });
  one = new Live(this, { every: 3_000 });

  render() {
    this.runs.show('/api/admin/refreshes?limit=50');
    this.one.show(this.run ? `/api/admin/refreshes/${encodeURIComponent(this.run)}` : null);
    return html`<div class="stack">
      ${shown(this.runs, ({ refreshes }) => (refreshes.length ? this.table(refreshes) : empty('No run yet.')))}
      <m-drawer ?open=${Boolean(this.run)} heading="Run ${this.run}" .content=${this.run ? this.details() : nothing}
        @closed=${() => this.state.set({ run: '' })}></m-drawer>
    </div>`;
  }

  table(rows) {
    const columns = [
      { key: 'id', label: 'Run', cell: (run) => html`<a href=${this.state.href({ run: run.id })}
        @click=${(event) => this.state.follow(event, { run: run.id })}>${run.id}</a>` },
      { key: 'status', label: 'Status', cell: (run) => html`${chip(run.status)}${run.error_message
        ? html`<span class="sub">${run.error_message}</span>` : nothing}` },
      { key: 'scope', label: 'Scope', cell: (run) => html`<span class="key">${run.scope}</span>` },
      { key: 'trigger', label: 'Trigger', minor: true, cell: (run) => words(run.trigger) },
      { key: 'views_refreshed', label: 'Rebuilt', numeric: true, cell: (run) => number(run.views_refreshed) },
      { key: 'views_confirmed', label: 'Confirmed', numeric: true, minor: true, cell: (run) => number(run.views_confirmed) },
      { key: 'views_failed', label: 'Failed', numeric: true, cell: (run) => number(run.views_failed) },
      { key: 'total_time_ms', label: 'Took', numeric: true, cell: (run) => (run.total_time_ms === null ? '–'
        : run.total_time_ms < 1000 ? number(run.total_time_ms, 0, 'ms') : span(run.total_time_ms)) },
      { key: 'refresh_started_at', label: 'Started', minor: true, cell: (run) => dateTime(run.refresh_started_at) },
    ];
    return table({ caption: 'Refresh runs, newest first', columns, rows, rowKey: (run) => run.id, rowHeader: 'id' });
  }

  details() {
    return shown(this.one, (run) => html`
      ${RUNNING.includes(run.status) ? html`<m-run href="/api/admin/refreshes/${run.id}" ?cancellable=${this.admin}></m-run>`
        : html`<p>${chip(run.status)} ${words(run.trigger)} of ${run.scope}, started ${dateTime(run.refresh_started_at)}</p>`}
      ${run.error_message ? html`<p class="field-error">${run.error_message}</p>` : nothing}
      ${this.failures(run.failures)}
      ${this.outcomes(Object.entries(run.outcomes))}`);
  }

  failures(rows) {
    return rows.length === 0 ? html`<p class="soft">No key failed.</p>` : table({
      caption: 'Keys that failed, and why', rows, rowKey: (row) => row.cache_key, rowHeader: 'cache_key',
      columns: [
        { key: 'cache_key', label: 'Failed key', cell: (row) => html`<span class="key">${row.cache_key}</span>` },
        { key: 'reason', label: 'Why', cell: (row) => html`${words(row.reason)}<span class="sub">${row.message}</span>` },
      ],
    });
  }

  outcomes(rows) {
    return rows.length === 0 ? nothing : html`<details><summary>What became of ${number(rows.length)} keys</summary>
      ${table({
        caption: 'What became of every key', rows: rows.sort(([a], [b]) => a.localeCompare(b)), rowKey: ([key]) => key, rowHeader: 'key',
        columns: [
          { key: 'key', label: 'Key', cell: ([key]) => html`<span class="key">${key}</span>` },
          { key: 'outcome', label: 'Outcome', cell: ([, outcome]) => words(outcome) },
        ],
      })}</details>`;
  }
}
customElements.define('m-history', History);
