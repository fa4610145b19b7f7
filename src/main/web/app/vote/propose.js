// Proposes a film: found by its title, or told by title and year where no provider knows it.
import { html, nothing } from 'lit';
import { Light } from '../shared/element.js';
import { ask } from '../shared/api.js';
import { banner } from '../shared/states.js';
import { choices } from '../shared/choices.js';
import './film-search.js';
import { inWords } from './refusals.js';

const WAYS = [{ value: 'search', label: 'Find it' }, { value: 'free', label: 'By title and year' }];

/**
 * Properties: me (GET /api/me, null while unknown), proposer (the reader's name).
 * Fires "proposed" with the proposal, "vote" with { id, title }, "mine" (show my proposals), "session-ended" with { again }.
 */
class Propose extends Light {
  static properties = {
    me: { attribute: false }, way: { state: true }, film: { state: true }, problem: { state: true }, busy: { state: true },
  };

  constructor() {
    super();
    this.way = 'search';
  }

  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  choose(way) {
    Object.assign(this, { way, film: null, problem: null });
  }

  // The list is gone, and with it what had the focus.
  async pick(film) {
    Object.assign(this, { film, problem: null });
    await this.updateComplete;
    this.querySelector('textarea, .banner button')?.focus();
  }

  submit(event) {
    event.preventDefault();
    const given = new FormData(event.target);
    const note = given.get('note').trim();
    const film = this.way === 'search'
      ? { imdb_id: this.film.imdb_id, title: this.film.title, year: this.film.year }
      : { title: given.get('title').trim(), year: given.get('year') ? Number(given.get('year')) : null };
    this.propose({ ...film, note: note || null });
  }

  async propose(film) {
    const body = Object.fromEntries(Object.entries(film).filter(([, value]) => value !== null && value !== undefined));
    this.busy = true;
    this.problem = null;
    try {
      const { data } = await ask('/api/proposals', { method: 'POST', body });
      this.tell('proposed', data.proposal ?? data);
    } catch (failure) {
      if (failure.status === 401) {
        this.tell('session-ended', { again: () => this.propose(film) });
      } else {
        this.problem = { failure, film };
      }
    }
    this.busy = false;
  }

  /** What stands in the way, and what may be done about it. */
  trouble() {
    if (!this.problem) {
      return nothing;
    }
    const { failure, film } = this.problem;
    if (failure.code === 'proposal-exists') {
      return this.exists(failure.problem.proposal);
    }
    if (failure.code === 'already-watched') {
      return banner({
        kind: 'warn', title: 'You have watched this film before.', text: 'It may be proposed again, if you mean it.',
        action: { label: 'Propose it again', run: () => this.propose({ ...film, confirm: true }) },
      });
    }
    if (failure.code === 'limit-reached') {
      return banner({
        kind: 'warn', title: 'Your limit is reached.', text: inWords(failure),
        action: { label: 'Show my proposals', run: () => this.tell('mine') },
      });
    }
    return banner({ kind: 'error', title: 'It was not proposed.', text: inWords(failure) });
  }

  exists(proposal) {
    return banner({
      kind: 'info', title: `“${proposal.title}” is already proposed.`, text: 'Vote for it instead.',
      action: { label: 'Vote for it', run: () => this.tell('vote', proposal) },
    });
  }

  /** A film that was found. */
  picked() {
    const { film } = this;
    const change = html`<button type="button" class="link" @click=${() => this.choose('search')}>Another film</button>`;
    if (film.proposal && !film.watched) {
      return html`${film.proposal.status === 'OPEN'
        ? this.exists({ id: film.proposal.id, title: film.title })
        : banner({ title: `“${film.title}” has won a round`, text: 'and will be seen next.' })}<p>${change}</p>`;
    }
    return html`<form class="stack" @submit=${this.submit}>
      <p class="picked-film card"><span><strong>${film.title}</strong>${film.year ? ` (${film.year})` : ''}
        <span class="small soft">${film.imdb_id}</span></span> ${change}</p>
      ${film.watched ? html`<p class="small soft">You have watched this film before.</p>` : nothing}${this.rest()}</form>`;
  }

  free() {
    return html`<form class="stack" @submit=${this.submit}>
      <div class="free-film">
        <label class="field"><span>Title</span><input name="title" required maxlength="255" autocomplete="off"></label>
        <label class="field"><span>Year, if known</span>
          <input name="year" type="number" min="1870" max="2200" inputmode="numeric"></label>
      </div>${this.rest()}</form>`;
  }

  rest() {
    return html`<label class="field"><span>Why this film? (at most 500 characters, if you like)</span>
        <textarea name="note" rows="3" maxlength="500"></textarea></label>
      ${this.trouble()}
      <div><button class="button primary" ?disabled=${this.busy}>Propose</button></div>`;
  }

  limit() {
    const { me } = this;
    if (!me) {
      return nothing;
    }
    const open = `${me.used} open ${me.used === 1 ? 'proposal' : 'proposals'}`;
    return me.remaining
      ? html`<p class="soft">You have ${open} and may have ${me.limit}: ${me.remaining} more.</p>`
      : banner({
        kind: 'warn', title: 'Your limit is reached.',
        text: `You have ${open} and may have ${me.limit}. Withdraw one of yours, or wait until one is watched.`,
        action: { label: 'Show my proposals', run: () => this.tell('mine') },
      });
  }

  render() {
    return html`${this.problem?.failure.code === 'limit-reached' ? nothing : this.limit()}
      ${choices({ label: 'How to propose', options: WAYS, value: this.way, pick: (way) => this.choose(way) })}
      ${this.way === 'free' ? this.free() : this.film ? this.picked() : html`<m-film-search
        @picked=${({ detail }) => this.pick(detail)}
        @session-ended=${() => this.tell('session-ended', {})}></m-film-search>`}`;
  }
}
customElements.define('m-propose', Propose);
