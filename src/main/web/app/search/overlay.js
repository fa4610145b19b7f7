// The search over parks, rides and films: a combobox in a dialog. Arrows move, Enter opens, Escape closes.
import { html, nothing } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { Light } from '../shared/element.js';
import { skeleton } from '../shared/states.js';
import { best, pieces } from './match.js';
import { films, index } from './sources.js';

const MOST = 6;
const FEWEST_LETTERS = 2;
const PAUSE = 250;

class SearchOverlay extends Light {
  static properties = {
    typed: { state: true }, known: { state: true }, films: { state: true }, active: { state: true }, failure: { state: true },
  };
  dialog = createRef();
  input = createRef();

  constructor() {
    super();
    this.typed = '';
    this.films = [];
    this.active = 0;
  }

  open() {
    const dialog = this.dialog.value;
    if (!dialog.open) {
      dialog.showModal();
    }
    this.input.value.select();
    this.learn();
  }

  learn() {
    this.failure = null;
    index().then((known) => { this.known = known; }, (failure) => { this.failure = failure; });
  }

  close() {
    this.dialog.value.close();
  }

  /** The lists as they are shown: [{ name, hits: [{ name, where, url }], total }]. */
  get groups() {
    const { parks = [], rides = [] } = this.known ?? {};
    const typed = this.typed.trim();
    const lists = typed
      ? [['Parks', best(typed, parks, ({ location }) => location)], ['Rides', best(typed, rides, (ride) => ride.park_name)],
          ['Films', best(typed, this.films, (film) => film.where)]]
      : [['Parks', parks]];
    return lists
      .filter(([, hits]) => hits.length)
      .map(([name, hits]) => ({ name, total: hits.length, hits: hits.slice(0, typed ? MOST : 8) }));
  }

  typing(event) {
    this.typed = event.target.value;
    this.active = 0;
    this.films = [];
    clearTimeout(this.pause);
    this.asking?.abort();
    if (this.typed.trim().length >= FEWEST_LETTERS) {
      this.pause = setTimeout(() => this.findFilms(this.typed.trim()), PAUSE);
    }
  }

  async findFilms(title) {
    this.asking = new AbortController();
    const { signal } = this.asking;
    const found = await films(title, signal);
    if (!signal.aborted) {
      this.films = found;
    }
  }

  pressed(event, hits) {
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (moves[event.key] && hits.length) {
      event.preventDefault();
      this.active = (this.active + moves[event.key] + hits.length) % hits.length;
    } else if (event.key === 'Enter' && hits[this.active]) {
      event.preventDefault();
      this.go(hits[this.active].url, event);
    }
  }

  go(url, event) {
    if (event.ctrlKey || event.metaKey) {
      open(url, '_blank', 'noopener');
    } else {
      location.assign(url);
    }
  }

  updated() {
    this.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  render() {
    const { groups } = this;
    const hits = groups.flatMap((group) => group.hits);
    return html`<dialog class="search" aria-label="Search" ${ref(this.dialog)}
        @click=${(event) => event.target === this.dialog.value && this.close()}>
      <div class="search-inner">
        <div class="search-head">
          <input type="text" role="combobox" aria-label="Search parks, rides and films" placeholder="Parks, rides, films"
            spellcheck="false" autocomplete="off" autocapitalize="off"
            aria-autocomplete="list" aria-expanded=${String(hits.length > 0)} aria-controls="search-hits"
            aria-activedescendant=${hits.length ? `search-hit-${this.active}` : nothing} maxlength="100" ${ref(this.input)}
            @input=${this.typing} @keydown=${(event) => this.pressed(event, hits)}>
          <button type="button" class="button quiet" aria-label="Close" @click=${this.close}>✕</button>
        </div>
        <div class="search-hits" id="search-hits" role="listbox" aria-label="What was found">${this.list(groups)}</div>
        ${this.says(hits)}
        <p class="search-keys small soft" aria-hidden="true">
          <kbd>↑</kbd> <kbd>↓</kbd> move <kbd>Enter</kbd> open <kbd>Esc</kbd> close</p>
      </div>
    </dialog>`;
  }

  list(groups) {
    let position = 0;
    return groups.map((group) => html`<div role="group" aria-label=${group.name} class="search-group">
      <div class="search-group-name" role="presentation">${group.name}
        ${group.total > group.hits.length
          ? html`<span class="soft">first ${group.hits.length} of ${group.total}</span>` : nothing}</div>
      ${group.hits.map((hit) => this.hit(hit, position++))}
    </div>`);
  }

  hit(hit, position) {
    return html`<div role="option" id="search-hit-${position}" class="search-hit"
      aria-selected=${String(position === this.active)}
      @mousemove=${() => { this.active = position; }} @click=${(event) => this.go(hit.url, event)}>
      <span>${pieces(this.typed, hit.name).map((piece) => (piece.hit ? html`<mark>${piece.text}</mark>` : piece.text))}</span>
      <span class="sub">${hit.park_name ?? hit.location ?? hit.where ?? nothing}</span>
    </div>`;
  }

  /** What screen readers are told, and everybody where there is no list. */
  says(hits) {
    if (this.failure) {
      return html`<div class="search-words" role="alert">
        <p>The names of parks and rides could not be fetched: ${this.failure.message}</p>
        <button type="button" class="button" @click=${this.learn}>Try again</button></div>`;
    }
    if (!this.known) {
      return html`<div class="search-words">${skeleton(3)}</div>`;
    }
    const words = hits.length
      ? `${hits.length} ${hits.length === 1 ? 'result' : 'results'}`
      : `Nothing is called “${this.typed.trim()}”. Try fewer letters, or part of a park's name.`;
    return html`<p class=${hits.length ? 'sr-only' : 'search-words'} role="status">${words}</p>`;
  }
}
customElements.define('m-search', SearchOverlay);

let overlay = null;

/** Opens the search over everything; the focus comes back to where it was when it is closed. */
export async function openSearch() {
  if (!overlay) {
    overlay = document.createElement('m-search');
    document.body.append(overlay);
    await overlay.updateComplete;
  }
  overlay.open();
}
