// What the page of a park and that of a ride have in common: whose page it is, its period, and what if there is no such thing.
import { html, nothing, svg } from 'lit';
import { choices } from '../shared/choices.js';
import { number } from '../shared/format.js';
import { empty } from '../shared/states.js';
import { openSearch } from '../search/overlay.js';
import { longDay, periodChoices } from './windows.js';

/** The number at the end of the address: /parks/17 → 17. */
export const idOf = (path) => path.split('/').pop();

/** Where one is: the way back up. steps: [{ label, href? }]. */
export function crumbs(steps) {
  return html`<nav class="crumbs small" aria-label="Where this is"><ol>
    ${steps.map(({ label, href }) => html`<li>
      ${href ? html`<a href=${href}>${label}</a>` : html`<span aria-current="page">${label}</span>`}</li>`)}
  </ol></nav>`;
}

/** kind: park | ride. A page for an id that is nobody's. */
export function notFound(kind, id) {
  return html`${crumbs([{ label: 'Parks', href: '/' }, { label: `No such ${kind}` }])}
    <h1 class="page-title">There is no ${kind} ${id}</h1>
    ${empty(`No active ${kind} has the number ${id}. It may have been closed for good, or the link may be wrong.`,
      html`<div class="row"><a class="button primary" href="/">All parks</a>
        <button type="button" class="button" @click=${openSearch}>Search by name</button></div>`)}`;
}

/** figures: [{ label, value, title? }]. */
export function figures(label, list) {
  return html`<dl class="figures" aria-label=${label}>
    ${list.map(({ label: name, value, title }) => html`<div class="figure" title=${title ?? nothing}>
      <dt>${name}</dt><dd>${value}</dd></div>`)}
  </dl>`;
}

/** The days a period covers, named with their zone. */
export function windowWords({ period, window, zone }) {
  if (period === 'live') {
    return `Now: the newest snapshot of every ride, not older than 2 hours. Times are in ${zone}.`;
  }
  return window.from === window.to
    ? `The operating day of ${longDay(window.from)}, from 04:00 to 04:00 in ${zone}.`
    : `${longDay(window.from)} to ${longDay(window.to)}, each day from 04:00 to 04:00 in ${zone}.`;
}

export function periodBar({ state, periods, zone }) {
  return choices({
    label: 'Period', options: periodChoices(periods, zone), value: state.get('period'), pick: (period) => state.set({ period }),
  });
}

function bars(list) {
  let from = 0;
  return list.map((part) => {
    from += part.count;
    return svg`<rect class="part-${part.kind}" x=${from - part.count} y="0" width=${part.count} height="1"></rect>`;
  });
}

/** How the things counted part, as a bar and in words. parts: [{ label, count, kind }]. */
export function parts(label, list) {
  const total = list.reduce((sum, part) => sum + part.count, 0);
  return html`<div class="parts" role="group" aria-label=${label}>
    <svg class="parts-bar" viewBox="0 0 ${total || 1} 1" preserveAspectRatio="none" aria-hidden="true">${bars(list)}</svg>
    <ul class="parts-words">${list.map((part) => html`<li class=${part.count ? nothing : 'none'}>
      <i class="swatch part-${part.kind}" aria-hidden="true"></i>${part.label} <strong>${number(part.count)}</strong></li>`)}</ul>
  </div>`;
}
