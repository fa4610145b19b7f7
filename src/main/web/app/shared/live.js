// A document of the API that stays current: asked again when it is due, not while nobody looks, never cleared by an error.
import { ask } from './api.js';
import { freshnessOf } from './freshness.js';

const SOONEST = 5_000;
const LATEST = 60_000;

/**
 * A Lit controller. state: idle | loading | ready | problem | failed. data and freshness are those of the last good answer
 * of this address, and stay when a later one fails; problem is the error of the newest attempt, if it failed.
 * A 4xx is a problem (asking again changes little); no answer or a 5xx is failed (asked again by itself).
 */
export class Live {
  constructor(host, { every = null, follow = true } = {}) {
    this.host = host;
    this.every = every;
    this.followed = follow;
    this.seen = () => document.hidden || !this.dueAt || Date.now() < this.dueAt || this.load();
    this.clear();
    host.addController(this);
  }

  clear() {
    this.url = null;
    this.etag = null;
    this.settling = false;
    this.state = 'idle';
    this.data = null;
    this.freshness = null;
    this.problem = null;
    this.failures = 0;
  }

  hostConnected() {
    document.addEventListener('visibilitychange', this.seen);
  }

  hostDisconnected() {
    document.removeEventListener('visibilitychange', this.seen);
    this.stop();
  }

  stop() {
    clearTimeout(this.timer);
    this.asking?.abort();
  }

  /**
   * Shows this address from now on; null shows nothing. Cheap to call at every render. Asked to keep, what the last
   * address told stays until this one answers (settling), so that nothing jumps; draw it by what it says of itself.
   */
  show(url, { keep = false } = {}) {
    if (url === this.url) {
      return;
    }
    const { data, freshness } = this;
    this.stop();
    this.clear();
    this.url = url;
    if (keep && url && data) {
      Object.assign(this, { data, freshness, settling: true });
    }
    if (url) {
      this.load();
    }
  }

  /** Asks now. */
  async load() {
    this.stop();
    const { url } = this;
    const asking = new AbortController();
    this.asking = asking;
    this.state = this.data && !this.settling ? this.state : 'loading';
    this.host.requestUpdate();
    try {
      const { data, headers } = await ask(url, { signal: asking.signal });
      this.accept(data, headers);
    } catch (failure) {
      if (failure.name === 'AbortError') {
        return;
      }
      this.refuse(failure);
    }
    this.host.requestUpdate();
  }

  accept(data, headers) {
    const etag = headers.get('ETag');
    if (!etag || etag !== this.etag || !this.data) {
      this.data = data;
    }
    this.etag = etag;
    this.settling = false;
    this.freshness = freshnessOf(headers);
    this.state = 'ready';
    this.problem = null;
    this.failures = 0;
    this.plan(this.every ?? this.untilNext(headers));
  }

  refuse(failure) {
    if (this.settling) {
      Object.assign(this, { data: null, freshness: null, settling: false });
    }
    this.problem = failure;
    this.failures += 1;
    const passing = failure.status === 0 || failure.status >= 500;
    this.state = passing ? 'failed' : 'problem';
    if (failure.retryAfter || passing) {
      this.plan(failure.retryAfter ? failure.retryAfter * 1000 : Math.min(LATEST, SOONEST * this.failures));
    }
  }

  untilNext(headers) {
    const age = /max-age=(\d+)/.exec(headers.get('Cache-Control') ?? '');
    return Math.min(LATEST, Math.max(SOONEST, Number(age?.[1] ?? 60) * 1000));
  }

  plan(wait) {
    if (!this.followed) {
      return;
    }
    this.dueAt = Date.now() + wait;
    this.timer = setTimeout(() => document.hidden || this.load(), wait);
  }
}
