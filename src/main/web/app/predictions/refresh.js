// Asking for a refresh, and following the run.
import { html, nothing } from 'lit';
import { ask } from '../shared/api.js';
import { banner } from '../shared/states.js';
import '../shared/run.js';

/** A Lit controller. start() asks for a run; panel() shows it; ended is called when it is over. */
export class Refresh {
  constructor(host, ended) {
    this.host = host;
    this.ended = ended;
    this.running = false;
    host.addController(this);
  }

  hostConnected() {}

  /** scope: { decade, profile } for one ranking, {} for everything of the films; label says what that is. */
  async start(scope, label) {
    this.running = true;
    this.failure = null;
    this.label = label;
    this.host.requestUpdate();
    try {
      const { headers } = await ask('/api/predictions/refresh', { method: 'POST', body: scope });
      this.href = new URL(headers.get('Location'), location.origin).pathname;
    } catch (failure) {
      this.failure = failure;
      this.running = false;
    }
    this.host.requestUpdate();
  }

  over() {
    this.running = false;
    this.ended();
    this.host.requestUpdate();
  }

  /** The run that was asked for here; nothing before. */
  panel() {
    if (this.failure) {
      return banner({ kind: 'error', title: 'The refresh did not begin.', text: refusal(this.failure) });
    }
    return this.href
      ? html`<div class="card refresh-panel" aria-label="Refresh" role="region">
          <span class="soft">${this.label}</span>
          <m-run href=${this.href} cancellable @ended=${() => this.over()}></m-run>
        </div>`
      : nothing;
  }
}

/** Why writing was refused, in words. */
export function refusal(failure) {
  if (failure.status === 401) {
    return 'You are not logged in any more: log in as an admin and try again.';
  }
  if (failure.status === 403) {
    return 'Only an admin may do this.';
  }
  const errors = failure.problem?.errors?.map(({ parameter, message }) => `${parameter} ${message}.`);
  return errors?.length ? errors.join(' ') : failure.message;
}
