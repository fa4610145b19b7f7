// Which films are shown, and in which order.
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { Light } from '../shared/element.js';
import { select } from '../shared/choices.js';

const SORTS = [
  { value: 'votes', label: 'Most votes' },
  { value: 'new', label: 'Newest' },
  { value: 'rating', label: 'Best rated' },
  { value: 'runtime', label: 'Shortest' },
  { value: 'title', label: 'Title A–Z' },
];
const PAUSE = 300;

/** Properties: url (the page's UrlState), values (of it), genres (known ones), member (whether its reader votes). */
class Filters extends Light {
  static properties = {
    url: { attribute: false }, values: { attribute: false }, genres: { attribute: false }, member: { type: Boolean },
  };

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.typing);
  }

  set(changes, options) {
    this.url.set({ ...changes, page: null }, options);
  }

  typed(event) {
    const q = event.target.value.trim();
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.set({ q }, { replace: true }), PAUSE);
  }

  searched(event) {
    event.preventDefault();
    clearTimeout(this.typing);
    this.set({ q: new FormData(event.target).get('q').trim() });
  }

  genreChoice() {
    const { genre } = this.values;
    const known = [...new Set([...this.genres, ...(genre ? [genre] : [])])].sort();
    return known.length
      ? select({
        label: 'Genre',
        value: genre,
        options: [{ value: '', label: 'All genres' }, ...known.map((value) => ({ value, label: value }))],
        pick: (value) => this.set({ genre: value }),
      })
      : nothing;
  }

  chosen() {
    const { proposer } = this.values;
    return proposer
      ? html`<button type="button" class="button chip" @click=${() => this.set({ proposer: null })}
          aria-label="Proposed by ${proposer}: show those of everybody">Proposed by ${proposer}
          <span aria-hidden="true">✕</span></button>`
      : nothing;
  }

  render() {
    const { q, sort, unvoted, tab } = this.values;
    return html`<form class="filters" role="search" aria-label="Films" @submit=${this.searched}>
      <label class="field filter-q"><span>Search titles</span>
        <input name="q" type="search" maxlength="100" autocomplete="off" .value=${q} @input=${this.typed}></label>
      ${select({ label: 'Order', value: sort, options: SORTS, pick: (value) => this.set({ sort: value }) })}
      ${this.genreChoice()}
      ${tab === 'open' && this.member
        ? html`<label class="field inline filter-unvoted"><input type="checkbox" .checked=${live(unvoted === 'true')}
            @change=${(event) => this.set({ unvoted: event.target.checked ? 'true' : null })}>
            <span>Only films I have not voted for</span></label>`
        : nothing}
      ${this.chosen()}
    </form>`;
  }
}
customElements.define('m-filters', Filters);
