// Refresh by scope, and pause all refreshing.
import { html, nothing } from 'lit';
import { Light } from '../shared/element.js';
import { select } from '../shared/choices.js';
import { capital } from '../shared/format.js';
import '../shared/run.js';
import { pauseAll, refresh } from './act.js';

/** Property: status, a cache-status answer. Fires "acted". */
class Levers extends Light {
  static properties = { status: { attribute: false }, scope: { state: true }, href: { state: true }, asking: { state: true } };

  constructor() {
    super();
    this.scope = '';
  }

  async refresh(event) {
    event.preventDefault();
    const given = new FormData(event.target);
    const scope = this.scope ? { scope: 'feature', name: this.scope } : { scope: 'all' };
    const href = await refresh(this, { ...scope, if_stale: given.has('if_stale'), force: given.has('force') });
    this.href = href ?? this.href;
  }

  async pause(event) {
    event.preventDefault();
    await pauseAll(this, new FormData(event.target).get('reason').trim());
    this.asking = false;
  }

  render() {
    const scopes = [{ value: '', label: 'Everything' },
      ...this.status.features.map(({ name }) => ({ value: name, label: capital(name) }))];
    return html`<section class="card stack" aria-label="Refresh and pause">
      <form class="row" @submit=${this.refresh}>
        ${select({ label: 'Refresh', options: scopes, value: this.scope, pick: (value) => { this.scope = value; } })}
        <label class="field inline"><input type="checkbox" name="if_stale"> only what is stale</label>
        <label class="field inline"><input type="checkbox" name="force"> fresh keys too</label>
        <button class="button primary" ?disabled=${this.status.refreshing.paused}>Refresh now</button>
        ${this.status.refreshing.paused ? nothing : html`<button type="button" class="button push"
          aria-expanded=${String(Boolean(this.asking))} @click=${() => { this.asking = !this.asking; }}>Pause refreshing…</button>`}
      </form>
      ${this.asking && !this.status.refreshing.paused ? html`<form class="row" @submit=${this.pause}>
        <label class="field grow"><span>Why (others read it)</span><input name="reason" maxlength="200"></label>
        <button class="button danger">Pause all refreshing</button></form>` : nothing}
      ${this.href ? html`<m-run href=${this.href} cancellable
        @ended=${() => this.dispatchEvent(new CustomEvent('acted'))}></m-run>` : nothing}
    </section>`;
  }
}
customElements.define('m-levers', Levers);
