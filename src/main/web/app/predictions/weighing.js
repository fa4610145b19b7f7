// The weights: those of the profile, or sliders to try others, and what an admin may do with them.
import { html, nothing } from 'lit';
import { Light } from '../shared/element.js';
import { number } from '../shared/format.js';
import './saving.js';
import { CRITERIA } from './words.js';
import { adds, normalised, percentOf, same, total, written } from './weights.js';

const share = (value) => number(value, Number.isInteger(value) ? 0 : 1, '%');

/** Properties: page; percent: the weights being tried, null while the profile's own hold. */
class Weighing extends Light {
  static properties = { page: { attribute: false }, percent: { attribute: false } };

  get own() {
    return this.page.profile && percentOf(this.page.profile.weights);
  }

  /** The button that was pressed goes with what it opens or closes: the focus follows to what takes its place. */
  updated(changed) {
    if (this.focusOn && changed.has('percent')) {
      this.querySelector(this.focusOn)?.focus();
      this.focusOn = null;
    }
  }

  tryOut(percent, replace = true) {
    if (!replace) {
      this.focusOn = percent ? 'input[type=range]' : 'button';
    }
    this.page.state.set({ weights: percent && written(percent), ...(replace ? {} : { page: null }) }, { replace });
  }

  move(category, event) {
    const value = Math.round(Number(event.target.value));
    // A slider without steps takes what lies between them: it is put onto the whole number it stands for.
    event.target.value = String(value);
    this.tryOut({ ...this.percent, [category]: value });
  }

  render() {
    return this.percent ? this.open() : this.closed();
  }

  closed() {
    const { own } = this;
    return html`<div class="row between weights-line">
      <ul class="weights-list">${CRITERIA.map(({ category, label }) => html`<li>
        <span class="soft">${label}</span> <strong>${own ? share(own[category]) : '–'}</strong></li>`)}</ul>
      <button type="button" class="button" ?disabled=${!own} @click=${() => this.tryOut(own, false)}>Try other weights</button>
    </div>`;
  }

  open() {
    const { percent, own, page } = this;
    return html`<section class="card weighing" aria-labelledby="weighing-heading">
      <div class="row between">
        <h2 id="weighing-heading">Weights</h2>
        <button type="button" class="button quiet" @click=${() => this.tryOut(null, false)}>Close</button>
      </div>
      <div class="sliders">${CRITERIA.map((one) => this.slider(one))}</div>
      <div class="row between">
        ${this.sum()}
        <span class="row">
          <button type="button" class="button" ?disabled=${total(percent) === 100}
            @click=${() => this.tryOut(normalised(percent))}>Normalise to 100%</button>
          <button type="button" class="button" ?disabled=${!own || same(own, percent)}
            @click=${() => this.tryOut(own)}>Back to ${page.nameOf(page.slug)}</button>
        </span>
      </div>
      <m-saving .page=${page} .percent=${percent}></m-saving>
    </section>`;
  }

  slider({ category, label, says }) {
    const value = this.percent[category];
    const before = this.own?.[category];
    return html`<label class="slider">
      <span class="slider-name">${label}</span>
      <output class="slider-value">${share(value)}</output>
      <input type="range" name=${category} min="0" max="100" step="any" .value=${String(value)} aria-valuetext=${share(value)}
        @input=${(event) => this.move(category, event)}>
      <span class="sub">${says}${before !== undefined && before !== value ? html` · saved ${share(before)}` : nothing}</span>
    </label>`;
  }

  sum() {
    const sum = total(this.percent);
    const sound = adds(this.percent);
    return html`<p class="sum" role="status"><span class="state ${sound ? 'good' : 'bad'}">Total ${share(sum)}</span>
      <span class="small soft">${sound ? 'the weights add up' : 'must be 100%, one more or less'}</span></p>`;
  }
}
customElements.define('m-weighing', Weighing);
