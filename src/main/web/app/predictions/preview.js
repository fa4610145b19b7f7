// A ranking under weights that are not saved: asked a moment after the last movement, and only the last answer counts.
import { ask } from '../shared/api.js';
import { number } from '../shared/format.js';
import { banner } from '../shared/states.js';
import { fractions } from './weights.js';

const PAUSE = 250;
const SOON = 2;

/** A Lit controller. data is the last good answer, late says whether a newer one is being waited for. */
export class Preview {
  constructor(host) {
    this.host = host;
    this.clear();
    host.addController(this);
  }

  hostDisconnected() {
    this.stop();
  }

  clear() {
    this.wanted = null;
    this.data = null;
    this.problem = null;
    this.late = false;
  }

  stop() {
    clearTimeout(this.timer);
    this.asking?.abort();
  }

  /** percent: the weights, null for no preview. Cheap to call at every render. */
  show(percent, decade, limit) {
    const wanted = percent && JSON.stringify({ weights: fractions(percent), decade: Number(decade), limit });
    if (wanted === this.wanted) {
      return;
    }
    this.stop();
    if (!wanted) {
      this.clear();
      return;
    }
    if (this.decade !== decade) {
      this.clear();
    }
    Object.assign(this, { wanted, decade, late: true });
    this.timer = setTimeout(() => this.load(), this.data ? PAUSE : 0);
  }

  async load() {
    this.stop();
    const asking = new AbortController();
    this.asking = asking;
    this.late = true;
    try {
      const { data } = await ask('/api/predictions/preview', { method: 'POST',
        body: JSON.parse(this.wanted), signal: asking.signal });
      Object.assign(this, { data, problem: null, late: false });
    } catch (failure) {
      if (failure.name === 'AbortError') {
        return;
      }
      this.refuse(failure);
    }
    this.host.requestUpdate();
  }

  refuse(failure) {
    this.problem = failure;
    this.late = false;
    if (failure.status === 429 || failure.status === 503 || failure.status === 0) {
      this.timer = setTimeout(() => this.load(), (failure.retryAfter ?? SOON) * 1000);
    }
  }

  /** What is wrong with it, in words; null if nothing is. */
  trouble() {
    const { problem } = this;
    if (!problem) {
      return null;
    }
    const kept = this.data ? ' The rows are those of the last weights that could be previewed.' : '';
    const again = { label: 'Try again', run: () => this.load() };
    if (problem.code === 'weights-not-one') {
      return banner({ kind: 'warn', title: 'No preview of these weights.',
        text: `They add up to ${number(problem.problem.sum, 2)} and must add up to 1 (100%, one more or less). `
          + `Normalise them, or move a slider.${kept}` });
    }
    if (problem.status === 429) {
      return banner({ kind: 'warn', title: 'Too many previews at once.',
        text: `This one is asked again in a moment.${kept}`, action: again });
    }
    if (problem.status === 503) {
      return banner({ kind: 'warn', title: 'No preview now.',
        text: `${problem.message}. It is asked again in a moment.${kept}`, action: again });
    }
    if (problem.code === 'parameter-invalid') {
      const errors = problem.problem.errors.map(({ parameter, message }) => `${parameter} ${message}.`).join(' ');
      return banner({ kind: 'warn', title: 'No preview of these weights.', text: `${errors}${kept}` });
    }
    return banner({ kind: 'error', title: 'The preview failed.', text: `${problem.message}${kept}`, action: again });
  }
}
