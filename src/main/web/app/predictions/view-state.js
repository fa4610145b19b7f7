// How a view of the films stands, in words, with what to do: missing, refreshing, failed, stale.
import { html, nothing } from 'lit';
import { span } from '../shared/format.js';
import { reasonWords } from '../shared/freshness.js';
import { progressBar } from '../shared/run.js';
import { banner, skeleton, trouble } from '../shared/states.js';
import './failed-run.js';

const FAILURES = ['gate_rejected', 'build_failed', 'lease_lost'];

/**
 * A Live document of a view, in whatever state it is. what: its name in a sentence (“This ranking”); key: its cache key;
 * page: what the page tells its parts; scope and label: what to refresh, as Refresh.start takes it.
 */
export function stateOf(live, { what, key, page, scope, label, lines = 10 }, draw) {
  const about = { what, key, page, action: refreshAction(page, scope, label) };
  if (live.problem?.code === 'view-missing') {
    return missing(live, about);
  }
  if (live.problem?.code === 'parameter-invalid') {
    return badAddress(live, page);
  }
  return html`${trouble(live)}${live.data
    ? html`${staleness(live.freshness, about)}${draw(live.data)}`
    : live.problem ? nothing : skeleton(lines)}`;
}

function refreshAction(page, scope, label) {
  if (page.refresh.running) {
    return null;
  }
  return page.session.can('admin')
    ? { label: 'Refresh now', run: () => page.refresh.start(scope, label) }
    : { label: 'Log in as an admin', run: page.logIn };
}

const whoCan = (page) => (page.session.can('admin')
  ? ''
  : ' An admin can refresh it: log in as one, or ask those who run this service.');

function missing(live, about) {
  const { problem, retryAfter } = live.problem;
  const { what, page } = about;
  const again = `This page looks again every ${span((retryAfter ?? 5) * 1000)}.`;
  if (problem.state === 'refreshing') {
    const { done, total, eta_seconds: eta } = problem.run ?? {};
    return html`<div class="view-state" data-state="refreshing">
      ${banner({ kind: 'info', title: `${what} is being computed for the first time.`, text: again })}
      ${progressBar({ done, total, eta, label: 'Views computed' })}
    </div>`;
  }
  if (FAILURES.includes(problem.reason)) {
    return html`<div class="view-state" data-state="failed">
      ${banner({ kind: 'error', title: `${what} is missing, and computing it failed.`, action: about.action,
        text: `The last run ended so: ${reasonWords(problem.reason)}. There is no older one to show.`
          + remedy(problem.reason) + whoCan(page) })}
      ${lastFailure(about)}
    </div>`;
  }
  const paused = problem.reason === 'paused' ? ' Refreshing it is paused; ops can resume it.' : '';
  return html`<div class="view-state" data-state="missing">
    ${banner({ kind: 'warn', title: `${what} has not been computed yet.`, action: about.action,
      text: `Looking at it does not compute it; a refresh does.${paused}${whoCan(page)} ${again}` })}
  </div>`;
}

const STALE = {
  source_changed: 'Films, weights or the list have changed since. A refresh follows by itself; or ask for one now.',
  refreshing: 'It is being computed anew; what you see is the last good one and is replaced by itself.',
  paused: 'Refreshing is paused, so it does not follow the facts until ops resume it.',
  disabled: 'Precomputing is switched off; ops can switch it on.',
  waiting_for_data: 'It is as new as the facts, but no new facts arrive.',
};

/** What else can be done than to try again. */
const remedy = (reason) => (reason === 'gate_rejected'
  ? ' A refresh checks again; if the new one is right after all, ops can accept it.'
  : '');

function staleness(freshness, about) {
  const reason = freshness?.reason;
  if (!reason) {
    return nothing;
  }
  const acts = !['paused', 'disabled', 'refreshing', 'waiting_for_data'].includes(reason);
  if (FAILURES.includes(reason)) {
    return html`<div class="view-state" data-state="failed">
      ${banner({ kind: 'error', title: `The last refresh of this failed: ${reasonWords(reason)}.`, action: about.action,
        text: `What you see is the last good one, of generation ${freshness.generation}.`
          + remedy(reason) + whoCan(about.page) })}
      ${lastFailure(about)}
    </div>`;
  }
  return html`<div class="view-state" data-state="stale">
    ${banner({ kind: reason === 'refreshing' ? 'info' : 'warn', title: `${about.what} is stale: ${reasonWords(reason)}.`,
      text: STALE[reason] ?? '', action: acts ? about.action : null })}
  </div>`;
}

const lastFailure = ({ key, page }) =>
  page.session.can('admin', 'ops') ? html`<m-failed-run key=${key}></m-failed-run>` : nothing;

function badAddress(live, page) {
  const errors = live.problem.problem.errors ?? [];
  const text = errors.map(({ parameter, message, allowed }) =>
    `${parameter} ${message}${allowed ? ` (${allowed.join(', ')})` : ''}.`).join(' ');
  return banner({ kind: 'error', title: 'This address asks for something there is not.', text,
    action: { label: 'Show the default',
      run: () => page.state.set(Object.fromEntries(errors.map(({ parameter }) => [parameter, null]))) } });
}
