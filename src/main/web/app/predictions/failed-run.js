// For admins and ops: which run failed at a key, when, and what it said.
import { html, nothing } from 'lit';
import { ask } from '../shared/api.js';
import { Light } from '../shared/element.js';
import { dateTime, words } from '../shared/format.js';

const LOOKED_AT = 5;

/** Property key: the cache key. */
class FailedRun extends Light {
  static properties = { key: {}, run: { state: true } };

  updated(changed) {
    if (changed.has('key')) {
      this.find(this.key);
    }
  }

  async find(key) {
    this.run = null;
    try {
      const { data } = await ask('/api/admin/refreshes');
      const failed = data.refreshes.filter(({ status }) => ['failed', 'partial'].includes(status)).slice(0, LOOKED_AT);
      for (const { id } of failed) {
        const { data: run } = await ask(`/api/admin/refreshes/${id}`);
        const found = run.failures.find((one) => one.cache_key === key);
        if (found && key === this.key) {
          Object.assign(this, { run, found });
          return;
        }
      }
    } catch {
      // The banner above says what matters; without the log this adds nothing.
      this.run = null;
    }
  }

  render() {
    const { run } = this;
    return run
      ? html`<p class="note small">Run ${run.id} (${words(run.trigger)}), ended ${dateTime(run.refresh_completed_at)}:
          ${words(this.found.reason)}${this.found.message ? html`: ${this.found.message}` : nothing}</p>`
      : nothing;
  }
}
customElements.define('m-failed-run', FailedRun);
