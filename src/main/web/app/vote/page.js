import { html, nothing } from 'lit';
import { Light } from '../shared/element.js';
import { announce } from '../shared/announce.js';
import { address } from '../shared/api.js';
import { tabs } from '../shared/choices.js';
import { Live } from '../shared/live.js';
import '../shared/drawer.js';
import { Session, renew, session } from '../shared/session.js';
import { fill } from '../shared/shell.js';
import { UrlState } from '../shared/url-state.js';
import './account.js';
import * as actions from './actions.js';
import './confirm.js';
import './filters.js';
import { Gate } from './gate.js';
import { NO_FILTER, PAGE_SIZE, films } from './list.js';
import './open-round.js';
import { StillOrder } from './order.js';
import './propose.js';
import { inWords } from './refusals.js';
import { roundList } from './rounds.js';
import { Votes } from './votes.js';

const TABS = [{ value: 'open', label: 'Open' }, { value: 'watched', label: 'Watched' }, { value: 'rounds', label: 'Rounds' }];
const BETWEEN = 12_000;
const SELDOM = 60_000;
const MOMENT = 3_000;

/** Film nights: what is proposed, who wants to see it, what was seen. */
class VotePage extends Light {
  url = new UrlState(this, {
    tab: 'open', sort: 'votes', q: '', genre: '', proposer: '', unvoted: '', page: '1', login: '', account: '', propose: '',
  });
  session = new Session(this);
  proposals = new Live(this, { every: BETWEEN });
  rounds = new Live(this, { every: BETWEEN });
  me = new Live(this, { every: SELDOM });
  gate = new Gate(this);
  order = new StillOrder();
  genres = new Set();
  votes = new Votes(this, {
    counted: (id, answer) => actions.counted(this, id, answer),
    refused: (failure, id, wanted) => this.refused(failure, id, wanted),
  });

  /** Where the films that are shown come from; null on the tab of rounds. */
  get listAddress() {
    const { tab, sort, q, genre, proposer, unvoted, page } = this.url.all();
    const skipped = (Math.max(1, Number.parseInt(page, 10) || 1) - 1) * PAGE_SIZE;
    return tab === 'rounds' ? null : address('/api/proposals', {
      status: tab === 'watched' ? 'watched' : 'open', sort, q, genre, proposer,
      unvoted: tab === 'open' && this.member && unvoted ? 'true' : '',
      limit: PAGE_SIZE, offset: skipped || '',
    });
  }

  get member() {
    return this.session.who?.kind === 'member';
  }

  willUpdate() {
    this.proposals.show(this.listAddress);
    if (!this.proposals.url) {
      this.order.renew();
    }
    this.rounds.show(this.url.get('tab') === 'rounds' ? '/api/rounds' : null);
    this.me.show(this.member ? '/api/me' : null);
    this.noticeReader();
    this.proposals.data?.data.forEach((proposal) => proposal.metadata?.genres?.forEach((genre) => this.genres.add(genre)));
  }

  // Another reader is told other things: whether they voted, what is theirs.
  noticeReader() {
    const { who } = this.session;
    const { data } = this.proposals;
    const reader = who ? who.name ?? 'nobody' : this.reader;
    if (this.reader && reader !== this.reader) {
      this.doubted = data;
      this.reload();
    }
    this.reader = reader;
    if (this.member && data?.data[0]?.user_voted === null && data !== this.doubted) {
      // The service knows this reader no more: the session has ended somewhere else.
      this.doubted = data;
      renew();
    }
    if (who?.logged_in && this.url.get('login')) {
      this.url.set({ login: null }, { replace: true });
    }
  }

  /** A vote, or taking it back; whoever is not logged in does that first. */
  async vote({ id, title }, wanted) {
    const who = await session();
    if (!who.logged_in) {
      this.gate.ask(`Log in to vote for “${title}”. Your vote is counted right after.`, () => this.votes.wish(id, wanted));
    } else if (who.kind !== 'member') {
      announce('A program’s token cannot vote. Log out, then log in as a member.', 'error');
    } else {
      await this.votes.wish(id, wanted);
    }
  }

  refused(failure, id, wanted) {
    const title = this.order.known.get(id)?.title ?? 'this film';
    if (failure.status === 401) {
      this.gate.refused(() => this.votes.wish(id, wanted));
    } else {
      announce(`Your vote for “${title}” was ${wanted ? 'not counted' : 'not taken back'}. ${inWords(failure)}`, 'error');
    }
  }

  /** Reads everything that is shown anew. */
  reload() {
    [this.proposals, this.rounds, this.me].filter((live) => live.url).forEach((live) => live.load());
  }

  /** The time of a round has come; its winner is fixed a moment later. */
  turned() {
    this.reload();
    setTimeout(() => this.isConnected && this.reload(), MOMENT);
  }

  confirm(asked) {
    this.querySelector('m-confirm').question(asked);
  }

  withdraw = (proposal) => actions.withdraw(this, proposal);
  remove = (proposal) => actions.remove(this, proposal);
  watched = (proposal) => actions.watched(this, proposal);
  closeRound = (round) => actions.closeRound(this, round);

  head() {
    const { who } = this.session;
    const { data } = this.me;
    return html`<div class="page-head vote-head"><h1 class="page-title">Film night</h1>
      <div class="row vote-tools">
        ${data ? html`<span class="my-limit soft">${data.used} of ${data.limit} proposals used</span>` : nothing}
        ${who?.logged_in
          ? html`<button type="button" class="button" @click=${() => this.url.set({ account: '1' })}>My account</button>`
          : nothing}
        <button type="button" class="button primary" @click=${() => actions.startProposing(this)}>Propose a film</button>
      </div></div>`;
  }

  drawer() {
    const account = this.session.who && this.url.get('account');
    const propose = (this.member || this.gate.then) && this.url.get('propose');
    const open = account ? 'account' : propose ? 'propose' : null;
    const content = {
      account: () => html`<m-account .me=${this.me.data}></m-account>`,
      propose: () => actions.proposing(this),
    };
    return html`<m-drawer .open=${Boolean(open)} .heading=${open === 'account' ? 'My account' : 'Propose a film'}
      .content=${open ? content[open]() : nothing} @closed=${() => this.url.set({ account: null, propose: null })}></m-drawer>`;
  }

  render() {
    const tab = this.url.get('tab');
    return html`${this.head()}
      <div class="stack">
        ${tabs({ label: 'Film night', options: TABS, state: this.url, name: 'tab', clears: NO_FILTER })}
        ${tab === 'rounds' ? roundList(this) : films(this)}
      </div>
      ${this.drawer()}<m-confirm></m-confirm>${this.gate.render()}`;
  }
}
customElements.define('m-vote-page', VotePage);

export function show(main) {
  fill(main, html`<m-vote-page></m-vote-page>`);
}
