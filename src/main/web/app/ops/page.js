// What is stale, what runs, what failed and why, what is slow; and the levers for it.
import { html, nothing } from 'lit';
import { Light } from '../shared/element.js';
import { ask } from '../shared/api.js';
import { announce } from '../shared/announce.js';
import { tabs } from '../shared/choices.js';
import { Live } from '../shared/live.js';
import { Session } from '../shared/session.js';
import { UrlState } from '../shared/url-state.js';
import { fill } from '../shared/shell.js';
import { banner, shown, skeleton } from '../shared/states.js';
import { dateTime } from '../shared/format.js';
import '../shared/login-form.js';
import { summary } from './summary.js';
import './levers.js';
import './keys.js';
import './history.js';
import './providers.js';

const TABS = [
  { value: 'keys', label: 'Keys' },
  { value: 'history', label: 'Runs' },
  { value: 'providers', label: 'Providers' },
];

class OpsPage extends Light {
  session = new Session(this);
  status = new Live(this, { every: 2_000 });
  state = new UrlState(this, { tab: 'keys', state: 'all', feature: '', q: '', sort: 'age', more: '', run: '' });

  render() {
    return html`<div class="stack">
      <header class="page-head"><h1 class="page-title">Operations</h1></header>
      ${this.content()}
    </div>`;
  }

  content() {
    const { who } = this.session;
    if (!who) {
      return skeleton(10);
    }
    if (!this.session.can('ops', 'admin')) {
      this.status.show(null);
      return this.closed(who);
    }
    this.status.show('/api/admin/cache-status');
    return shown(this.status, (status) => this.open(status), 12);
  }

  closed(who) {
    return html`<section class="card stack" aria-labelledby="closed">
      <h2 id="closed">Only for operators</h2>
      <p>${who.logged_in
        ? `You are ${who.name}, and neither an operator nor an administrator. Log out and in again as one, or use a token.`
        : 'Log in as an operator or administrator, or use a token: the service prints one at its first start.'}</p>
      <m-login tokens></m-login>
    </section>`;
  }

  open(status) {
    const admin = this.session.can('admin');
    return html`
      ${status.cache_enabled ? nothing : banner({ kind: 'warn', title: 'Precomputing is switched off.',
        text: 'Reads of computed views are answered live (ENABLE_VIEW_CACHE=false).' })}
      ${this.paused(status.refreshing, admin)}
      ${summary(status)}
      ${admin ? html`<m-levers .status=${status} @acted=${() => this.status.load()}></m-levers>` : nothing}
      ${tabs({ label: 'Operations', options: TABS, state: this.state, name: 'tab', clears: { run: '', more: '' } })}
      ${this.tab(status, admin)}`;
  }

  paused(refreshing, admin) {
    if (!refreshing.paused) {
      return nothing;
    }
    const why = refreshing.reason ? `: “${refreshing.reason}”` : '';
    return banner({
      kind: 'warn', title: 'Refreshing is paused',
      text: `by ${refreshing.by} since ${dateTime(refreshing.since)}${why}. Answers grow old until it is resumed.`,
      action: admin ? { label: 'Resume', run: () => this.resume() } : undefined,
    });
  }

  async resume() {
    try {
      await ask('/api/admin/refreshing', { method: 'PATCH', body: { paused: false } });
      announce('Refreshing goes on.');
    } catch (failure) {
      announce(failure.message, 'error');
    }
    this.status.load();
  }

  tab(status, admin) {
    switch (this.state.get('tab')) {
      case 'history':
        return html`<m-history .state=${this.state} .run=${this.state.get('run')} .admin=${admin}></m-history>`;
      case 'providers':
        return html`<m-providers></m-providers>`;
      default:
        return html`<m-keys .state=${this.state} .query=${location.search} .status=${status} .admin=${admin}
          @acted=${() => this.status.load()}></m-keys>`;
    }
  }
}
customElements.define('m-ops-page', OpsPage);

export function show(main) {
  fill(main, html`<m-ops-page></m-ops-page>`);
}
