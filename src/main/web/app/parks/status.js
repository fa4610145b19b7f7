// The five words a status comes in, as they are said and coloured.
import { html } from 'lit';

const STATUS = {
  OPERATING: ['Operating', 'good'],
  DOWN: ['Down', 'bad'],
  CLOSED: ['Closed', 'soft'],
  REFURBISHMENT: ['Refurbishment', 'info'],
  PARK_CLOSED: ['Park closed', 'soft'],
};

export const STATUSES = Object.keys(STATUS);

/** OPERATING as “Operating”; what is not known as “Unknown”. */
export const statusWords = (status) => STATUS[status]?.[0] ?? 'Unknown';

export function statusBadge(status) {
  return html`<span class="state ${STATUS[status]?.[1] ?? 'soft'}">${statusWords(status)}</span>`;
}
