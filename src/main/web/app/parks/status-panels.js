// How many attractions are in which state now, of the parks that are chosen.
import { html } from 'lit';
import { number, percent } from '../shared/format.js';
import { trouble } from '../shared/states.js';
import { STATUSES, statusWords } from './status.js';

function panel(name, label, count, total) {
  const share = total ? percent((100 * count) / total, 0) : '';
  return html`<div class="figure status-panel" data-status=${name}>
    <dt>${label}</dt><dd>${number(count)} <span class="share">${share}</span></dd>
  </div>`;
}

/** live: a Live document of /api/live/status-summary. The panels stand before their numbers do. */
export function statusPanels(live) {
  const summary = live.data?.status_summary;
  return html`<section class="stack" aria-label="Attractions now">
    ${live.problem && !live.data ? trouble(live) : ''}
    <dl class="figures status-panels" aria-busy=${String(!summary)}>
      ${STATUSES.map((status) => panel(status, statusWords(status), summary?.[status], summary?.total))}
      <div class="figure status-panel" data-status="total"><dt>Attractions</dt><dd>${number(summary?.total)}</dd></div>
    </dl>
  </section>`;
}
