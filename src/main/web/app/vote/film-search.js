// Finds a film while its title is typed: a combobox with a list beneath, as the ARIA pattern has it.
import { html, nothing } from 'lit';
import { Light } from '../shared/element.js';
import { address, ask } from '../shared/api.js';
import { inWords } from './refusals.js';

const PAUSE = 300;
const SHORTEST = 2;

const mark = (hit) => {
  if (hit.watched) {
    return 'watched';
  }
  return hit.proposal ? 'already proposed' : null;
};

/** Fires "picked" with the hit { imdb_id, title, year, watched, proposal } as detail, and "session-ended" at a 401. */
class FilmSearch extends Light {
  static properties = {
    q: { state: true }, hits: { state: true }, active: { state: true }, open: { state: true },
    problem: { state: true }, busy: { state: true },
  };

  constructor() {
    super();
    this.q = '';
    this.hits = null;
    this.active = -1;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stop();
  }

  stop() {
    clearTimeout(this.pausing);
    this.asking?.abort();
  }

  typed(event) {
    this.q = event.target.value;
    this.stop();
    this.problem = null;
    this.active = -1;
    if (this.q.trim().length < SHORTEST) {
      Object.assign(this, { hits: null, open: false, busy: false });
      return;
    }
    this.pausing = setTimeout(() => this.find(this.q.trim()), PAUSE);
  }

  async find(q) {
    this.asking = new AbortController();
    this.busy = true;
    try {
      const { data } = await ask(address('/api/search/movies', { q }), { signal: this.asking.signal });
      Object.assign(this, { hits: data.hits, open: true, busy: false });
    } catch (failure) {
      if (failure.name !== 'AbortError') {
        this.refuse(failure);
      }
    }
  }

  refuse(failure) {
    Object.assign(this, { hits: null, open: false, busy: false });
    if (failure.status === 401) {
      this.dispatchEvent(new CustomEvent('session-ended'));
    } else {
      this.problem = inWords(failure);
    }
  }

  pick(hit) {
    Object.assign(this, { q: '', hits: null, open: false, active: -1 });
    this.dispatchEvent(new CustomEvent('picked', { detail: hit }));
  }

  key(event) {
    const count = this.hits?.length ?? 0;
    if (event.key === 'Escape' && this.open) {
      // The first Escape closes the list, the next one what the list stands in.
      event.preventDefault();
      this.open = false;
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.active = this.open ? (this.active + step + count) % count : step === 1 ? 0 : count - 1;
      this.open = true;
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (this.open && this.active >= 0) {
        this.pick(this.hits[this.active]);
      }
    }
  }

  firstUpdated() {
    this.querySelector('input').focus();
  }

  updated(changed) {
    if (changed.has('active') && this.active >= 0) {
      this.querySelector(`#hit-${this.active}`)?.scrollIntoView({ block: 'nearest' });
    }
  }

  option(hit, index) {
    const marked = mark(hit);
    return html`<li id="hit-${index}" role="option" aria-selected=${String(index === this.active)} @click=${() => this.pick(hit)}
      @pointerdown=${(event) => event.preventDefault()}>
      <span class="hit-title">${hit.title}${hit.year ? html` <span class="soft">(${hit.year})</span>` : nothing}</span>
      ${marked ? html`<span class="state ${hit.watched ? 'soft' : 'info'}">${marked}</span>` : nothing}</li>`;
  }

  said() {
    if (this.busy) {
      return 'Searching …';
    }
    if (!this.hits) {
      return `Type at least ${SHORTEST} characters of the title.`;
    }
    return this.hits.length
      ? `${this.hits.length} ${this.hits.length === 1 ? 'film' : 'films'} found.`
      : 'No film of this title is known. Propose it by title and year below.';
  }

  render() {
    const listed = Boolean(this.open && this.hits?.length);
    return html`<div class="film-search">
      <label class="field" for="film-search"><span>Title of the film</span></label>
      <input id="film-search" role="combobox" aria-autocomplete="list" aria-controls="film-hits" aria-expanded=${String(listed)}
        aria-activedescendant=${listed && this.active >= 0 ? `hit-${this.active}` : nothing} aria-describedby="film-search-said"
        autocomplete="off" spellcheck="false" maxlength="100" .value=${this.q} @input=${this.typed} @keydown=${this.key}
        @blur=${() => { this.open = false; }} @focus=${() => { this.open = Boolean(this.hits?.length); }}>
      <ul id="film-hits" role="listbox" aria-label="Films found" ?hidden=${!listed}>
        ${listed ? this.hits.map((hit, index) => this.option(hit, index)) : nothing}
      </ul>
      <p id="film-search-said" class="small soft film-search-said" role="status">${this.said()}</p>
      ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : nothing}
    </div>`;
  }
}
customElements.define('m-film-search', FilmSearch);
