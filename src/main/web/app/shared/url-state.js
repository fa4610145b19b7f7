// What a page shows stands in its URL, so that it can be shared and Back works.
const CHANGED = 'marquee-url';

/** Reads and writes the query of the page; a Lit controller that has its host drawn again at every change, whoever makes it. */
export class UrlState {
  /** defaults: name → value; what equals its default is left out of the URL. */
  constructor(host, defaults) {
    this.host = host;
    this.defaults = defaults;
    this.back = () => host.requestUpdate();
    host.addController(this);
  }

  hostConnected() {
    addEventListener('popstate', this.back);
    addEventListener(CHANGED, this.back);
  }

  hostDisconnected() {
    removeEventListener('popstate', this.back);
    removeEventListener(CHANGED, this.back);
  }

  get(name) {
    return new URLSearchParams(location.search).get(name) ?? this.defaults[name] ?? null;
  }

  /** All of them, defaults included. */
  all() {
    return Object.fromEntries(Object.keys(this.defaults).map((name) => [name, this.get(name)]));
  }

  /** The address of this page with some of them changed. */
  href(changes) {
    const query = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null || value === undefined || value === '' || String(value) === String(this.defaults[name] ?? '')) {
        query.delete(name);
      } else {
        query.set(name, value);
      }
    }
    return location.pathname + (query.size ? `?${query}` : '');
  }

  /** Changes some of them; a new entry of the history unless it replaces the present one. */
  set(changes, { replace = false } = {}) {
    history[replace ? 'replaceState' : 'pushState'](null, '', this.href(changes));
    dispatchEvent(new Event(CHANGED));
  }

  /** A click on a link of href(): handled here unless it is meant for another tab. */
  follow(event, changes) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) {
      return;
    }
    event.preventDefault();
    this.set(changes);
  }
}
