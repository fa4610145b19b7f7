// Asks before what cannot be undone.
import { html, nothing } from 'lit';
import { Light } from '../shared/element.js';
import './modal.js';
import { inWords } from './refusals.js';

/** Method question: shows the question and, at yes, runs what it is about; stays open with the reason if that fails. */
class Confirm extends Light {
  static properties = { asked: { state: true }, problem: { state: true }, busy: { state: true } };

  /** { title, text, yes: label of the button, danger, run: async () => what is to be done, sessionEnded: () => … } */
  question(asked) {
    this.asked = asked;
    this.problem = null;
  }

  async yes() {
    const { run, sessionEnded } = this.asked;
    this.busy = true;
    this.problem = null;
    try {
      await run();
      this.asked = null;
    } catch (failure) {
      if (failure.status === 401 && sessionEnded) {
        this.asked = null;
        sessionEnded();
      } else {
        this.problem = inWords(failure);
      }
    }
    this.busy = false;
  }

  content({ text, yes, danger }) {
    return html`<p>${text}</p>
      ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : nothing}
      <div class="row">
        <button type="button" class="button ${danger ? 'danger' : 'primary'}" ?disabled=${this.busy}
          @click=${() => this.yes()}>${yes}</button>
        <button type="button" class="button" @click=${() => { this.asked = null; }}>Cancel</button>
      </div>`;
  }

  render() {
    return html`<m-modal .open=${Boolean(this.asked)} .heading=${this.asked?.title ?? ''}
      .content=${this.asked ? this.content(this.asked) : nothing} @closed=${() => { this.asked = null; }}></m-modal>`;
  }
}
customElements.define('m-confirm', Confirm);
