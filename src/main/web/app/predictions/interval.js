// How many of a decade's films on the list a profile finds, drawn beside what else would have found.
import { html, nothing, svg } from 'lit';
import { number, percent } from '../shared/format.js';

/** profile, votes and luck in per cent, interval { low, high }; null is not drawn. */
export function intervalChart({ accuracy, interval, baseline, random, label }) {
  const at = (value, name) => value === null || value === undefined ? nothing
    : svg`<line class=${name} x1=${value} x2=${value} y1="1" y2="19" vector-effect="non-scaling-stroke"></line>`;
  return html`<svg class="interval" viewBox="0 0 100 20" preserveAspectRatio="none" role="img" aria-label=${label}>
    ${svg`<rect class="track" x="0" y="6" width="100" height="8"></rect>
      ${interval
        ? svg`<rect class="band" x=${interval.low} y="3" width=${Math.max(0.5, interval.high - interval.low)} height="14"></rect>`
        : nothing}
      ${at(random, 'luck')}${at(baseline, 'votes')}${at(accuracy, 'found')}`}
  </svg>`;
}

/** What the marks of the charts mean. */
export function legend() {
  return html`<p class="legend small soft" aria-hidden="true">
    <span><i class="mark found"></i>found by the profile</span>
    <span><i class="mark band"></i>95% interval</span>
    <span><i class="mark votes"></i>the most voted for</span>
    <span><i class="mark luck"></i>luck</span></p>`;
}

/** “42.7 to 54.4%”. */
export const intervalWords = (interval) => (interval ? `${number(interval.low, 1)} to ${number(interval.high, 1)}%` : '–');

/** Whether it beats the votes, in words. */
export function besideVotes(accuracy, baseline) {
  const by = Math.round(10 * (accuracy - baseline)) / 10;
  return by > 0 ? `${number(by, 1)} points better than the votes`
    : by < 0 ? `${number(-by, 1)} points worse than the votes` : 'as good as the votes';
}

/** The three figures that stand beside each other, as a list. */
export function beside({ accuracy, interval, baseline, random }) {
  return html`<dl class="film-facts">
    <div><dt>Found by the profile</dt><dd><strong>${percent(accuracy)}</strong></dd></div>
    ${interval ? html`<div><dt>95% interval (Wilson)</dt><dd>${intervalWords(interval)}</dd></div>` : nothing}
    <div><dt>The most voted for</dt><dd>${percent(baseline)}</dd></div>
    <div><dt>Luck</dt><dd>${percent(random)}</dd></div>
  </dl>`;
}
