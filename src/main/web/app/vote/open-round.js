// For an admin: opens a round over all open proposals.
import { html, nothing } from 'lit';
import { Light } from '../shared/element.js';
import { ask } from '../shared/api.js';
import { inWords } from './refusals.js';

const instant = (local) => (local ? new Date(local).toISOString() : null);

/** Fires "opened", and "session-ended" at a 401. */
class OpenRound extends Light {
  static properties = { problem: { state: true }, busy: { state: true } };

  async submit(event) {
    event.preventDefault();
    const form = event.target;
    const given = new FormData(form);
    const wanted = {
      name: given.get('name').trim(),
      opens_at: instant(given.get('opens_at')),
      closes_at: instant(given.get('closes_at')),
      max_votes: given.get('max_votes') ? Number(given.get('max_votes')) : null,
      visibility: given.get('hidden') ? 'hidden_until_close' : 'public',
    };
    const body = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== null));
    this.busy = true;
    this.problem = null;
    try {
      await ask('/api/rounds', { method: 'POST', body });
      form.reset();
      this.dispatchEvent(new CustomEvent('opened'));
    } catch (failure) {
      if (failure.status === 401) {
        this.dispatchEvent(new CustomEvent('session-ended'));
      } else {
        this.problem = inWords(failure);
      }
    }
    this.busy = false;
  }

  render() {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    return html`<details class="card open-round"><summary><strong>Open a round</strong>
        <span class="soft small">over all open proposals; one at a time</span></summary>
      <form class="round-form" @submit=${this.submit}>
        <label class="field"><span>Name</span><input name="name" required maxlength="100" autocomplete="off"></label>
        <label class="field"><span>Opens (${zone}), empty: now</span><input name="opens_at" type="datetime-local"></label>
        <label class="field"><span>Closes (${zone}), empty: by hand</span><input name="closes_at" type="datetime-local"></label>
        <label class="field"><span>Votes a member, empty: any number</span>
          <input name="max_votes" type="number" min="1" max="1000" inputmode="numeric"></label>
        <label class="field inline"><input name="hidden" type="checkbox"><span>Hide votes until it closes</span></label>
        ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : nothing}
        <button class="button primary" ?disabled=${this.busy}>Open the round</button>
      </form>
    </details>`;
  }
}
customElements.define('m-open-round', OpenRound);
