// One to five stars, as radio buttons: chosen by a tap or by the arrow keys.
import { html, nothing } from 'lit';
import { Light } from '../shared/element.js';
import { ask } from '../shared/api.js';
import { inWords } from './refusals.js';

const STARS = [1, 2, 3, 4, 5];

/**
 * Properties: proposal (id), film (title), stars (the reader’s own, or null).
 * Fires "rated", and "session-ended" with { again } at a 401.
 */
class Stars extends Light {
  static properties = {
    proposal: { type: Number }, film: {}, stars: { type: Number }, wished: { state: true }, problem: { state: true },
  };

  willUpdate(changed) {
    if (changed.has('stars') && this.stars === this.wished) {
      this.wished = undefined;
    }
  }

  get shown() {
    return this.wished === undefined ? this.stars : this.wished;
  }

  // The arrow keys rate at every step: one after the other, so that the last one holds.
  rate(stars) {
    this.wished = stars;
    this.problem = null;
    this.sending = Promise.resolve(this.sending).then(() => this.send(stars));
  }

  async send(stars) {
    if (stars !== this.wished) {
      return;
    }
    const path = `/api/proposals/${this.proposal}/rating`;
    try {
      await (stars ? ask(path, { method: 'PUT', body: { stars } }) : ask(path, { method: 'DELETE' }));
      this.dispatchEvent(new CustomEvent('rated'));
    } catch (failure) {
      this.undo(failure, stars);
    }
  }

  undo(failure, stars) {
    if (this.wished === stars) {
      this.wished = undefined;
    }
    this.requestUpdate();
    if (failure.status === 401) {
      this.dispatchEvent(new CustomEvent('session-ended', { detail: { again: () => this.rate(stars) } }));
    } else {
      this.problem = `Your rating was not kept. ${inWords(failure)}`;
    }
  }

  star(value) {
    const words = `${value} ${value === 1 ? 'star' : 'stars'}`;
    return html`<label class="star ${value <= (this.shown ?? 0) ? 'on' : ''}" title=${words}>
      <input class="sr-only" type="radio" name="stars-${this.proposal}" value=${value} .checked=${this.shown === value}
        aria-label=${words} @change=${() => this.rate(value)}><span aria-hidden="true">★</span></label>`;
  }

  render() {
    return html`<fieldset class="stars">
      <legend>Your rating<span class="sr-only"> of ${this.film}</span></legend>
      <span class="star-row">${STARS.map((value) => this.star(value))}</span>
      ${this.shown ? html`<button type="button" class="link small" @click=${() => this.rate(null)}>Take back</button>` : nothing}
    </fieldset>
    ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : nothing}`;
  }
}
customElements.define('m-stars', Stars);
