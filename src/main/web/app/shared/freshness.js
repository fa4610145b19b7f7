// How old an answer is, from its headers; and the badge that says so, ticking.
import { html, nothing } from 'lit';
import { Light } from './element.js';
import { ago, clockTime } from './format.js';
import { Tick } from './tick.js';

const REASONS = {
  disabled: 'precomputing is switched off',
  paused: 'refreshing is paused',
  refreshing: 'a refresh is running',
  gate_rejected: 'the newest build was refused',
  build_failed: 'the newest build failed',
  lease_lost: 'the last refresh was interrupted',
  source_changed: 'newer facts have arrived',
  waiting_for_data: 'a provider has fallen silent',
};

/** Why an answer is stale, in words. */
export function reasonWords(reason) {
  return REASONS[reason] ?? String(reason).replaceAll('_', ' ');
}

/** { checkedAt, nextAt, generation, reason, hit } of an answer, instants in milliseconds; null if it carries no age. */
export function freshnessOf(headers, now = Date.now()) {
  const age = headers.get('X-Cache-Age');
  if (age === null) {
    return null;
  }
  // A 304 leaves the headers it does not have as they were in the browser's cache: that a reason has gone shows in this one.
  const stale = /max-age=0\b/.test(headers.get('Cache-Control') ?? '');
  const ttl = /ttl=(-?\d+)/.exec(headers.get('Cache-Status') ?? '');
  return {
    checkedAt: now - Number(age) * 1000,
    nextAt: ttl && Number(ttl[1]) > 0 ? now + Number(ttl[1]) * 1000 : null,
    generation: headers.get('X-Cache-Generation'),
    reason: stale ? headers.get('X-Cache-Stale-Reason') : null,
    hit: headers.get('X-Cache-Hit') === 'true',
  };
}

/** “updated 37 s ago · next about 10:40 · generation 412”, and the reason when stale. */
class FreshnessBadge extends Light {
  static properties = { of: { attribute: false } };
  tick = new Tick(this);

  render() {
    const { of } = this;
    if (!of) {
      return nothing;
    }
    const state = of.reason ? 'stale' : 'fresh';
    return html`<p class="badge ${state}" data-state=${state}>
      <span class="badge-state">${of.reason ? 'Stale' : 'Fresh'}</span>
      <span>updated <time>${ago(Date.now() - of.checkedAt)}</time></span>
      ${of.reason ? html`<span class="badge-reason">${reasonWords(of.reason)}</span>` : nothing}
      ${of.nextAt ? html`<span>next about ${clockTime(of.nextAt)}</span>` : nothing}
      ${of.generation ? html`<span>generation ${of.generation}</span>` : nothing}
    </p>`;
  }
}
customElements.define('m-freshness', FreshnessBadge);
