// How long it still takes, ticking.
import { html, nothing } from 'lit';
import { Light } from '../shared/element.js';
import { dateTime, span } from '../shared/format.js';
import { Tick } from '../shared/tick.js';

const HOUR = 3_600_000;

/** 4 min 12 s in the last hour, coarser before. */
function left(milliseconds) {
  const seconds = Math.ceil(milliseconds / 1000);
  return milliseconds < HOUR && seconds >= 60 ? `${Math.floor(seconds / 60)} min ${seconds % 60} s` : span(milliseconds);
}

/** Properties: until (an instant), before (words in front), over (words when it is past). Fires "over" once it is. */
class Countdown extends Light {
  static properties = { until: {}, before: {}, over: {} };
  tick = new Tick(this);

  updated() {
    if (Date.parse(this.until) <= Date.now() && this.told !== this.until) {
      this.told = this.until;
      this.dispatchEvent(new CustomEvent('over'));
    }
  }

  render() {
    if (!this.until) {
      return nothing;
    }
    const rest = Date.parse(this.until) - Date.now();
    return html`<span class="countdown" role="timer" aria-live="off"><time datetime=${this.until} title=${dateTime(this.until)}
      >${rest > 0 ? `${this.before} ${left(rest)}` : this.over}</time></span>`;
  }
}
customElements.define('m-countdown', Countdown);
