// For admins and ops: which run failed at a key, when, and what it said.
import { html, nothing } from 'lit';
import { ask } from '../shared/api.js';
import { Light } from '../shared/element.js';
import { dateTime, words } from '../shared/format.js';

const GOOD = ['refreshed', 'confirmed', 'superseded'];
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
        if (key === this.key && run.outcomes?.[key] && !GOOD.includes(run.outcomes[key])) {
          this.run = run;
          return;
        }
      }
    } catch (failure) {
      // The banner above says what matters; without the log this adds nothing.
      this.run = null;
    }
  }

  render() {
    const { run } = this;
    return run
      ? html`<p class="note small">Run ${run.id} (${words(run.trigger)}), ended ${dateTime(run.refresh_completed_at)}:
          ${words(run.outcomes[this.key])}${run.error_message ? html` – ${run.error_message}` : nothing}.</p>`
      : nothing;
  }
}
customElements.define('m-failed-run', FailedRun);
