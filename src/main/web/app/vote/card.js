// One proposed film: what it is, who wants to see it, and the button to want it too.
import { html, nothing } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { date, number } from '../shared/format.js';
import { dataState, rating, runtime, yearOf } from './film.js';
import './poster.js';
import './stars.js';

const NAMED = 3;

/** Ada, Ben and 4 others */
function shortly(names) {
  if (names.length <= NAMED) {
    return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join('');
  }
  const others = names.length - NAMED + 1;
  return `${names.slice(0, NAMED - 1).join(', ')} and ${others} others`;
}

const plural = (count, one, many) => `${number(count)} ${count === 1 ? one : many}`;

/** How many vote for it, and who: folded when they are many. */
function voters(proposal) {
  if (proposal.vote_count === null) {
    return html`<p class="voters soft">Votes are hidden until the round closes.</p>`;
  }
  const count = html`<strong class="vote-count">${plural(proposal.vote_count, 'vote', 'votes')}</strong>`;
  if (!proposal.voters.length) {
    return html`<p class="voters">${count} <span class="soft">so far</span></p>`;
  }
  return proposal.voters.length <= NAMED
    ? html`<p class="voters">${count} <span class="soft">by ${shortly(proposal.voters)}</span></p>`
    : html`<details class="voters"><summary>${count} <span class="soft">by ${shortly(proposal.voters)}</span></summary>
        <p class="voter-names">${proposal.voters.join(', ')}</p></details>`;
}

function voteButton(proposal, page) {
  if (proposal.status === 'SELECTED') {
    return html`<p class="winner">★ Won: seen next</p>`;
  }
  if (proposal.gone) {
    return html`<p class="note">No longer in this list.</p>`;
  }
  const voted = Boolean(proposal.user_voted);
  return html`<button type="button" class="button vote-button ${voted ? 'voted' : ''}" aria-pressed=${String(voted)}
    aria-busy=${String(page.votes.busy(proposal.id))} aria-label="${voted ? 'Voted' : 'Vote'} for ${proposal.title}"
    @click=${() => page.vote(proposal, !voted)}>
    <span aria-hidden="true">${voted ? '✓' : '▲'}</span>${voted ? 'Voted' : 'Vote'}</button>`;
}

function facts(proposal, page) {
  const film = proposal.metadata;
  const length = runtime(film?.runtime_seconds);
  const genres = film?.genres ?? [];
  if (!length && !genres.length) {
    return nothing;
  }
  return html`<p class="film-facts">${length ? html`<span>${length}</span>` : nothing}
    ${genres.map((genre) => html`<a class="genre" href=${page.url.href({ genre, page: null })}
      @click=${(event) => page.url.follow(event, { genre, page: null })}>${genre}</a>`)}</p>`;
}

/** Facts that are the same in the list and in the archive. */
function film(proposal, page) {
  const { metadata } = proposal;
  const year = yearOf(proposal);
  const original = metadata?.original_title && metadata.original_title !== proposal.title ? metadata.original_title : null;
  return html`
    <h3 class="film-title">${proposal.title}${year ? html` <span class="film-year">(${year})</span>` : nothing}</h3>
    ${original ? html`<p class="small soft">Original title: ${original}</p>` : nothing}
    ${facts(proposal, page)}${rating(metadata)}
    ${metadata?.plot ? html`<details class="plot"><summary>Plot</summary><p>${metadata.plot}</p></details>` : nothing}
    ${proposal.note ? html`<blockquote class="film-note"><p>${proposal.note}</p></blockquote>` : nothing}
    <p class="small soft">Proposed by <a href=${page.url.href({ proposer: proposal.proposer, page: null })}
      @click=${(event) => page.url.follow(event, { proposer: proposal.proposer, page: null })}>${proposal.proposer}</a>
      on ${date(proposal.created_at)}</p>
    ${dataState(proposal)}`;
}

const deed = (label, name, run) => html`<button type="button" class="link" aria-label=${name} @click=${run}>${label}</button>`;

/** What may be done to it beside voting. */
function actions(proposal, page) {
  const mine = proposal.is_proposer && proposal.status === 'OPEN';
  const admin = page.session.can('admin');
  const { title } = proposal;
  if (proposal.gone || (!mine && !admin)) {
    return nothing;
  }
  return html`<div class="card-actions">
    ${mine ? deed('Withdraw', `Withdraw ${title}`, () => page.withdraw(proposal)) : nothing}
    ${admin ? deed('Mark watched', `Mark watched ${title}`, () => page.watched(proposal)) : nothing}
    ${admin && !mine ? deed('Remove', `Remove ${title}`, () => page.remove(proposal)) : nothing}
  </div>`;
}

/** A film that is voted for. page: the page, which does what the card asks for. */
export function openCard(proposal, page) {
  const looks = { gone: Boolean(proposal.gone), selected: proposal.status === 'SELECTED' };
  return html`<li class=${classMap({ 'film-card': true, card: true, ...looks })} data-proposal=${proposal.id}>
    <m-poster .src=${proposal.poster} .film=${proposal.title}></m-poster>
    <div class="film-body">${film(proposal, page)}</div>
    <div class="vote-bar">${voteButton(proposal, page)}${voters(proposal)}${actions(proposal, page)}</div>
  </li>`;
}

function averageOf(proposal) {
  const one = ({ name, stars }) => html`<li>${name}: ${plural(stars, 'star', 'stars')}</li>`;
  return proposal.rating_count
    ? html`<p><strong class="vote-count">${number(proposal.average_rating, 1)} of 5</strong>
        <span class="soft">by ${plural(proposal.rating_count, 'member', 'members')}</span></p>
        <details class="voters"><summary class="soft">Who rated</summary>
          <ul class="ratings">${proposal.ratings.map(one)}</ul></details>`
    : html`<p class="soft">Nobody has rated it yet.</p>`;
}

/** A film that was watched, with what its viewers thought. */
export function watchedCard(proposal, page) {
  const { who } = page.session;
  const mine = proposal.ratings?.find(({ name }) => name === who?.name)?.stars ?? null;
  return html`<li class="film-card card" data-proposal=${proposal.id}>
    <m-poster .src=${proposal.poster} .film=${proposal.title}></m-poster>
    <div class="film-body">${film(proposal, page)}
      <p class="small soft">Watched on ${date(proposal.closed_at)}</p>${voters(proposal)}</div>
    <div class="vote-bar archive-bar">${averageOf(proposal)}
      <m-stars .proposal=${proposal.id} .film=${proposal.title} .stars=${mine}
        @rated=${() => page.reload()}
        @session-ended=${({ detail }) => page.gate.refused(detail.again, 'Log in to rate this film.')}></m-stars></div>
  </li>`;
}
