// A line so small that it stands in a row of a table.
import { html, nothing, svg } from 'lit';

const WIDTH = 96;
const HEIGHT = 24;

/** values: numbers, null where there is none; label: what it shows, in words. */
export function sparkline(values, label) {
  const known = values.filter((value) => value !== null && value !== undefined);
  if (known.length < 2) {
    return nothing;
  }
  const most = Math.max(...known);
  const least = Math.min(...known, 0);
  const x = (index) => (index / (values.length - 1)) * (WIDTH - 4) + 2;
  const y = (value) => HEIGHT - 3 - ((value - least) / (most - least || 1)) * (HEIGHT - 6);
  const path = values
    .map((value, index) => (value === null || value === undefined ? null : `${x(index).toFixed(1)},${y(value).toFixed(1)}`))
    .reduce((line, point, index, all) => line + (point ? `${all[index - 1] ? 'L' : 'M'}${point}` : ''), '');
  return html`<svg class="sparkline" role="img" aria-label=${label} viewBox="0 0 ${WIDTH} ${HEIGHT}" width=${WIDTH} height=${HEIGHT}>
    ${svg`<path d=${path} fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round" stroke-linecap="round"></path>`}
  </svg>`;
}
