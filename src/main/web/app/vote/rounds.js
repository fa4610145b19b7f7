// Rounds: the one that runs, with its countdown, and how the earlier ones ended.
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { announce } from '../shared/announce.js';
import { dateTime, number } from '../shared/format.js';
import { empty, shown } from '../shared/states.js';
import { tools } from '../shared/tools.js';
import './countdown.js';

const STATES = {
  running: { look: 'good', label: 'Running' },
  scheduled: { look: 'info', label: 'Not yet open' },
  ended: { look: 'warn', label: 'Counting' },
  closed: { look: 'soft', label: 'Closed' },
};

const votes = (count) => `${number(count)} ${count === 1 ? 'vote' : 'votes'}`;

const state = (round) => STATES[round.state] ?? { look: 'soft', label: round.state };

/** When something happens to it next. over: what to do at that moment. */
function turn(round, over) {
  if (round.state === 'scheduled') {
    return html`<m-countdown .until=${round.opens_at} before="Opens in" over="Opening now" @over=${over}></m-countdown>`;
  }
  if (round.state === 'running') {
    return round.closes_at
      ? html`<m-countdown .until=${round.closes_at} before="Closes in" over="Closing now" @over=${over}></m-countdown>`
      : html`<span>Runs until an admin closes it</span>`;
  }
  return round.state === 'ended' ? html`<span>The winner is fixed in a moment</span>` : nothing;
}

function rules(round) {
  return [
    round.max_votes ? `at most ${votes(round.max_votes)} a member` : 'as many votes a member as they like',
    round.visibility === 'hidden_until_close' && round.state !== 'closed' ? 'votes stay hidden until it closes' : null,
  ].filter(Boolean).join(' · ');
}

/** The round that runs, above its films. */
export function roundBanner(round, over) {
  return html`<section class="card round-banner" aria-label="Round">
    <p class="row"><span class="state ${state(round).look}">${state(round).label}</span>
      <strong class="round-name">${round.name}</strong>${turn(round, over)}</p>
    <p class="small soft">${rules(round)}${round.closes_at ? ` · closes ${dateTime(round.closes_at)}` : ''}</p>
  </section>`;
}

function tie({ tie: drawn }) {
  return drawn
    ? html`<p class="small soft">A tie of ${number(drawn.proposals.length)} films, decided by lot with the seed
        <code>${drawn.seed}</code> among the proposals ${drawn.proposals.join(', ')}: anybody can draw it again.</p>`
    : nothing;
}

function outcome(round) {
  if (round.state !== 'closed') {
    return nothing;
  }
  const { winner } = round;
  return winner
    ? html`<p class="round-winner">Winner: <strong>${winner.title}</strong>${winner.year ? ` (${winner.year})` : ''}
        <span class="soft">with ${votes(winner.votes)}</span></p>${tie(round)}`
    : html`<p class="soft">Closed without a winner: no film had a vote.</p>`;
}

function times(round) {
  return html`<dl class="round-times small">
    <div><dt>${round.state === 'scheduled' ? 'Opens' : 'Opened'}</dt><dd>${dateTime(round.opens_at)}</dd></div>
    ${round.closed_at
      ? html`<div><dt>Closed</dt><dd>${dateTime(round.closed_at)}</dd></div>`
      : html`<div><dt>Closes</dt><dd>${round.closes_at ? dateTime(round.closes_at) : 'when an admin closes it'}</dd></div>`}
    <div><dt>Rules</dt><dd>${rules(round)}</dd></div>
  </dl>`;
}

/** One of all rounds. page: the page, which closes it. */
function roundCard(round, page) {
  return html`<li class="card round" data-round=${round.id} data-state=${round.state}>
    <div class="row between"><h3 class="round-name">${round.name}</h3>
      <span class="row"><span class="state ${state(round).look}">${state(round).label}</span>
        ${turn(round, () => page.turned())}</span></div>
    ${outcome(round)}${times(round)}
    ${round.state !== 'closed' && page.session.can('admin')
      ? html`<div><button type="button" class="button" aria-label="Close this round: ${round.name}"
          @click=${() => page.closeRound(round)}>Close this round</button></div>`
      : nothing}
  </li>`;
}

/** The tab of rounds. */
export function roundList(page) {
  return html`<h2 class="sr-only">Rounds</h2>
    ${page.session.can('admin')
      ? html`<m-open-round @opened=${() => { announce('The round is open.'); page.reload(); }}
          @session-ended=${() => page.gate.refused(null)}></m-open-round>`
      : nothing}
    ${shown(page.rounds, ({ rounds }) => (rounds.length
      ? html`<ul class="rounds">${repeat(rounds, (round) => round.id, (round) => roundCard(round, page))}</ul>
          ${tools({ json: '/api/rounds' })}`
      : empty('There has been no round yet. Without one, everything that is proposed is open for votes all the time.')), 4)}`;
}
