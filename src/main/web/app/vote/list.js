// The films of a tab: found, ordered, paged.
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { number } from '../shared/format.js';
import { empty, trouble } from '../shared/states.js';
import { tools } from '../shared/tools.js';
import { openCard, watchedCard } from './card.js';
import { attribution } from './film.js';
import { roundBanner } from './rounds.js';

export const PAGE_SIZE = 20;
const PLACEHOLDERS = 8;
export const NO_FILTER = { q: null, genre: null, proposer: null, unvoted: null, page: null };

const filtered = (url) => ['q', 'genre', 'proposer', 'unvoted'].some((name) => url.get(name));

function clearing(page) {
  return html`<button type="button" class="button" @click=${() => page.url.set(NO_FILTER)}>Show all films</button>`;
}

function nothingThere(page, total) {
  const { url } = page;
  if (total) {
    return empty('There is no such page of films.', html`<a class="button" href=${url.href({ page: null })}
      @click=${(event) => url.follow(event, { page: null })}>Show the first page</a>`);
  }
  if (url.get('unvoted') && !url.get('q') && !url.get('genre') && !url.get('proposer')) {
    return empty('You have voted for every film that is proposed.', clearing(page));
  }
  if (filtered(url)) {
    return empty('No film is like that.', clearing(page));
  }
  return url.get('tab') === 'watched'
    ? empty('No film has been watched yet. An admin marks a film as watched on the tab Open.')
    : empty('No film is proposed yet. Be the first.');
}

function pages(page, total) {
  const last = Math.ceil(total / PAGE_SIZE);
  const now = Math.max(1, Number.parseInt(page.url.get('page'), 10) || 1);
  if (last < 2) {
    return nothing;
  }
  const link = (to, label) => (to >= 1 && to <= last
    ? html`<a class="button" href=${page.url.href({ page: to })} @click=${(event) => turn(event, page, to)}>${label}</a>`
    : html`<span class="button" aria-disabled="true">${label}</span>`);
  return html`<nav class="pager" aria-label="Pages of films">${link(now - 1, 'Previous')}
    <span class="soft">Page ${now} of ${last}</span>${link(now + 1, 'Next')}</nav>`;
}

function turn(event, page, to) {
  page.url.follow(event, { page: to });
  if (event.defaultPrevented) {
    document.querySelector('#page').focus();
    scrollTo({ top: 0 });
  }
}

function placeholders() {
  const card = html`<li class="film-card card waiting"><m-poster .film=${''}></m-poster>
    <div class="film-body"><div class="skeleton"><i></i><i></i></div></div></li>`;
  return html`<ul class="films" aria-hidden="true">${Array.from({ length: PLACEHOLDERS }, () => card)}</ul>
    <p class="sr-only">Loading</p>`;
}

/** How many, in which order, and whether something has changed since. */
function heading(page, data) {
  const sort = page.url.get('sort');
  return html`<div class="list-head">
    <h2>${number(data.total)} ${data.status} ${data.total === 1 ? 'film' : 'films'}</h2>
    ${sort === 'votes' && data.sort_by !== sort ? html`<p class="soft small">Newest first, while votes are hidden.</p>` : nothing}
    <p class="list-change" role="status">${change(page)}</p>
  </div>`;
}

function change(page) {
  const { order } = page;
  const renew = () => {
    order.renew();
    page.requestUpdate();
  };
  return order.change
    ? html`<span>${order.change}</span> <button type="button" class="link" @click=${renew}>Show the new order</button>`
    : nothing;
}

function cards(page, data) {
  const shown = page.order.take(page.proposals.data ? `${page.proposals.url} by ${data.sort_by}` : page.order.of, data.data);
  const card = data.status === 'watched' ? watchedCard : openCard;
  const name = page.session.who?.name;
  return html`${heading(page, data)}
    ${shown.length
      ? html`<ul class="films">${repeat(shown, (one) => one.id, (one) => card(page.votes.shown(one, name), page))}</ul>`
      : nothingThere(page, data.total)}
    ${pages(page, data.total)}
    ${tools({ json: page.listAddress, attribution: attribution(data.data) })}`;
}

// While other films are on their way the present ones stay, dimmed: nothing jumps.
function kept(page) {
  const { data, problem } = page.proposals;
  const tab = page.url.get('tab');
  if (data) {
    page.kept = { tab, data };
  }
  return data ?? (!problem && page.kept?.tab === tab ? page.kept.data : null);
}

export function films(page) {
  const { proposals, url } = page;
  const data = kept(page);
  return html`${data?.round ? roundBanner(data.round, () => page.turned()) : nothing}
    <m-filters .url=${url} .values=${url.all()} .genres=${[...page.genres]} .member=${page.member}></m-filters>
    ${trouble(proposals)}
    ${data
      ? html`<div class="film-list ${proposals.data ? '' : 'waiting'}" aria-busy=${String(!proposals.data)}>
          ${cards(page, data)}</div>`
      : proposals.problem ? nothing : placeholders()}`;
}
