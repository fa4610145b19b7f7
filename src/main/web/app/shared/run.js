// A refresh run as it goes: how much is done, how long it still takes, and what became of it.
import { html, nothing } from 'lit';
import { Light } from './element.js';
import { ask } from './api.js';
import { span } from './format.js';

const RUNNING = ['queued', 'running'];
const WORDS = {
  queued: 'Waiting for another run to end', running: 'Refreshing', success: 'Refreshed', partial: 'Refreshed in part',
  failed: 'Failed', cancelled: 'Cancelled', abandoned: 'Interrupted',
};
const BETWEEN = 700;

/** A bar of so much done of so much in all. */
export function progressBar({ done, total, eta, label = 'Progress' }) {
  return html`<div class="progress">
    <progress aria-label=${label} max=${total || 1} .value=${done ?? 0}></progress>
    <span>${total ? `${done ?? 0} of ${total}` : 'beginning'}${eta ? `, about ${span(eta * 1000)} left` : ''}</span>
  </div>`;
}

/**
 * Follows the run at `href` (its Location) until it ends; fires "ended" with the run as detail. Property cancellable shows a
 * button that cancels it.
 */
class Run extends Light {
  static properties = { href: {}, cancellable: { type: Boolean }, run: { state: true }, failure: { state: true } };

  updated(changed) {
    if (changed.has('href') && this.href) {
      this.follow(this.href);
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  async follow(href) {
    try {
      const { data } = await ask(href);
      this.run = data;
      this.failure = null;
      if (!RUNNING.includes(data.status)) {
        this.dispatchEvent(new CustomEvent('ended', { detail: data }));
        return;
      }
    } catch (failure) {
      this.failure = failure;
    }
    if (this.isConnected && href === this.href) {
      this.timer = setTimeout(() => this.follow(href), BETWEEN);
    }
  }

  async cancel() {
    try {
      await ask(this.href, { method: 'DELETE' });
    } catch (failure) {
      this.failure = failure;
    }
  }

  render() {
    const { run } = this;
    if (!run) {
      return this.failure ? html`<p class="note">${this.failure.message}</p>` : nothing;
    }
    const running = RUNNING.includes(run.status);
    return html`<div class="run" data-status=${run.status} role="status">
      <strong>${WORDS[run.status] ?? run.status}</strong>
      ${running ? progressBar({ done: run.done, total: run.total, eta: run.eta_seconds }) : html`<span>${this.outcome(run)}</span>`}
      ${running && this.cancellable ? html`<button type="button" class="button" @click=${this.cancel}>Cancel</button>` : nothing}
    </div>`;
  }

  outcome(run) {
    const parts = [`${run.views_refreshed ?? 0} rebuilt`];
    if (run.views_confirmed) {
      parts.push(`${run.views_confirmed} confirmed`);
    }
    if (run.views_failed) {
      parts.push(`${run.views_failed} failed`);
    }
    return `${parts.join(', ')}${run.total_time_ms ? ` in ${span(run.total_time_ms)}` : ''}${run.error_message ? `: ${run.error_message}` : ''}`;
  }
}
customElements.define('m-run', Run);
