// The figures an operator looks at first.
import { html } from 'lit';
import { bytes, clockTime, number, percent, span } from '../shared/format.js';

function figure(label, value, note = '') {
  return html`<div class="figure"><dt>${label}</dt><dd>${value}${note ? html`<span class="sub">${note}</span>` : ''}</dd></div>`;
}

/** Figures of a cache-status answer. */
export function summary(status) {
  const last = status.last_refresh ? Date.now() - Date.parse(status.last_refresh) : null;
  return html`<dl class="figures">
    ${figure('Fresh', number(status.fresh_views), `of ${number(status.total_views)} keys`)}
    ${figure('Stale', number(status.stale_views), status.stale_views ? 'reasons below' : 'none')}
    ${figure('Missing', number(status.missing_views), status.missing_views ? 'never built, or cleared' : 'none')}
    ${figure('Hit rate', status.hit_rate === null ? '–' : percent(status.hit_rate * 100), `${number(status.hits)} hits, ${number(status.misses)} misses`)}
    ${figure('In memory', bytes(status.memory_bytes), 'on this node')}
    ${figure('Last run ended', last === null ? '–' : span(last), last === null ? 'none yet' : `ago: ${status.last_refresh_status}${
      status.last_refresh_duration_ms === null ? '' : ` in ${span(status.last_refresh_duration_ms)}`}`)}
    ${figure('Next run', status.next_refresh ? clockTime(status.next_refresh) : '–', status.next_refresh ? 'at the latest' : 'none planned')}
  </dl>`;
}
