// What stands where content is not there, not yet there, or not sure: always in words, with what to do.
import { html, nothing } from 'lit';

/** Grey lines in the shape of what will come. */
export function skeleton(lines = 8) {
  return html`<div class="skeleton" aria-hidden="true">${Array.from({ length: lines }, () => html`<i></i>`)}</div>
    <p class="sr-only">Loading</p>`;
}

/** kind: info | warn | error | good. action: { label, run }. */
export function banner({ kind = 'info', title, text, action }) {
  return html`<div class="banner ${kind}" role=${kind === 'error' ? 'alert' : 'status'}>
    <div>${title ? html`<strong>${title}</strong> ` : nothing}${text}</div>
    ${action ? html`<button type="button" class="button" @click=${action.run}>${action.label}</button>` : nothing}
  </div>`;
}

/** Nothing to show, and why. */
export function empty(text, more = nothing) {
  return html`<div class="empty"><p>${text}</p>${more}</div>`;
}

const EMPTY_REASONS = {
  no_data: 'No facts have arrived for this yet.',
  no_candidates: 'No film of this decade is known yet.',
};

/** The reason an answer gives for being empty, in words. */
export function emptyReason(reason) {
  return EMPTY_REASONS[reason] ?? (reason ? `Nothing to show: ${String(reason).replaceAll('_', ' ')}.` : 'Nothing to show.');
}

/** What went wrong at the newest attempt of a Live document, above whatever it still shows; nothing if it went well. */
export function trouble(live) {
  if (!live.problem) {
    return nothing;
  }
  const kept = live.data ? ' What you see is the last good answer.' : '';
  const again = { label: 'Try again', run: () => live.load() };
  return live.problem.code === 'unreachable'
    ? banner({ kind: 'error', title: 'The service cannot be reached.', text: `It is asked again by itself.${kept}`, action: again })
    : banner({ kind: 'error', title: live.problem.problem?.title ?? 'That did not work.', text: `${live.problem.message}${kept}`, action: again });
}

/** A Live document: skeleton, then what draw makes of its data, errors above it. */
export function shown(live, draw, lines = 8) {
  return html`${trouble(live)}${live.data ? draw(live.data) : live.problem ? nothing : skeleton(lines)}`;
}
