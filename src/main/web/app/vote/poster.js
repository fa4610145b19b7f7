// A film's poster in a frame that never changes its size; a drawn one while there is no picture.
import { html } from 'lit';
import { Light } from '../shared/element.js';

/** Properties: src (none: no poster), film (its title). */
class Poster extends Light {
  static properties = { src: {}, film: {}, broken: { state: true } };

  willUpdate(changed) {
    if (changed.has('src')) {
      this.broken = false;
    }
  }

  render() {
    const picture = this.src && !this.broken;
    return html`<div class="poster">
      ${picture
        ? html`<img src=${this.src} alt=${`Poster of ${this.film}`} width="342" height="513" loading="lazy" decoding="async"
            @error=${() => { this.broken = true; }}>`
        : html`<div class="poster-none" role="img" aria-label=${`No poster of ${this.film}`}>
            <span class="poster-letter" aria-hidden="true">${[...(this.film ?? '?')][0]}</span>
            <span aria-hidden="true">No poster</span></div>`}
    </div>`;
  }
}
customElements.define('m-poster', Poster);
