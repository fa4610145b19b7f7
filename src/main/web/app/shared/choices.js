// Choosing one of a few: buttons that are pressed, tabs that are links.
import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';

/** options: [{ value, label, title? }]; pick: (value). */
export function choices({ label, options, value, pick }) {
  return html`<div class="choices" role="group" aria-label=${label}>
    ${options.map((option) => html`<button type="button" class="choice" title=${option.title ?? nothing}
      aria-pressed=${String(option.value) === String(value)} @click=${() => pick(option.value)}>${option.label}</button>`)}
  </div>`;
}

/** Moves the row of tabs, never the page, until this one is in sight. */
function inSight(tab) {
  requestAnimationFrame(() => {
    const row = tab?.parentElement;
    if (row) {
      row.scrollLeft += tab.getBoundingClientRect().left - row.getBoundingClientRect().left - (row.clientWidth - tab.offsetWidth) / 2;
    }
  });
}

// A ref that was given once cannot become undefined.
const leftAlone = () => {};

/**
 * options: [{ value, label, changes?: what else of the state this one sets }]; state: the page's UrlState; name: what of it
 * the tabs change; clears: what else they reset.
 */
export function tabs({ label, options, state, name, clears = {} }) {
  return html`<nav class="tabs" aria-label=${label}>
    ${options.map((option) => {
      const changes = { ...clears, ...option.changes, [name]: option.value };
      const current = state.get(name) === String(option.value);
      return html`<a href=${state.href(changes)} @click=${(event) => state.follow(event, changes)}
        aria-current=${current ? 'page' : nothing} ${ref(current ? inSight : leftAlone)}>${option.label}</a>`;
    })}
  </nav>`;
}

/** Where tabs are wider than the window, has the present one stand in sight; for updated() of whoever shows tabs. */
export function currentInSight(root) {
  for (const nav of root.querySelectorAll('.tabs')) {
    const current = nav.querySelector('[aria-current]');
    if (current && current !== nav.inSight) {
      nav.scrollLeft = current.offsetLeft - nav.offsetLeft - (nav.clientWidth - current.offsetWidth) / 2;
      nav.inSight = current;
    }
  }
}

/** A select with its label. options: [{ value, label }]. */
export function select({ label, options, value, pick }) {
  return html`<label class="field"><span>${label}</span>
    <select @change=${(event) => pick(event.target.value)}>
      ${options.map((option) => html`<option value=${option.value} .selected=${String(option.value) === String(value)}>${option.label}</option>`)}
    </select>
  </label>`;
}
