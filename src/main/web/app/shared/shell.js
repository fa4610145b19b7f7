// What stands on every page: where you are, the theme, who you are, the search.
import { html, render } from 'lit';
import { Light } from './element.js';
import { banner } from './states.js';
import { Session, logOut, session } from './session.js';
import { dateTime } from './format.js';
import { dark, onTheme, switchTheme } from './theme.js';

class TopTools extends Light {
  session = new Session(this);

  connectedCallback() {
    super.connectedCallback();
    this.forget = onTheme(() => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.forget();
  }

  render() {
    const { who } = this.session;
    return html`
      <button type="button" class="button quiet search-button" @click=${search} aria-label="Search" aria-keyshortcuts="/ Control+K">
        <span aria-hidden="true">⌕</span><span class="wide-only">Search</span><kbd class="wide-only" aria-hidden="true">/</kbd>
      </button>
      <button type="button" class="button quiet" @click=${switchTheme} aria-label=${dark() ? 'Switch to light' : 'Switch to dark'}>
        <span aria-hidden="true">${dark() ? '☀' : '☾'}</span>
      </button>
      ${who?.logged_in
        ? html`<a class="who" href="/vote?account=1" title="My account: ${who.roles.join(', ')}">${who.name}</a>
            <button type="button" class="button quiet" @click=${() => logOut()}>Log out</button>`
        : html`<a class="button quiet" href="/vote?login=1">Log in</a>`}`;
  }
}
customElements.define('m-top-tools', TopTools);

const searching = () => import('../search/overlay.js');

async function search() {
  const { openSearch } = await searching();
  openSearch();
}

const typing = (target) => target.closest('input, textarea, select, [contenteditable]');

function listenForSearch() {
  addEventListener('keydown', (event) => {
    const slash = event.key === '/' && !typing(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey;
    const commandK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    if (slash || commandK) {
      event.preventDefault();
      search();
    }
  });
}

/** Says on every page that time is not real here, if so. */
async function tellReplay() {
  const { replay_from: from } = await session();
  if (from) {
    render(banner({ kind: 'warn', title: 'Replay clock.',
      text: `This service shows captured history: its “now” counts from ${dateTime(from, 'UTC')}.` }), document.querySelector('#notices'));
  }
}

/** Marks the present page in the navigation and furnishes the bar. */
export function furnish() {
  const here = document.body.dataset.page;
  document.querySelector(`.pages a[data-of~="${here}"]`)?.setAttribute('aria-current', 'page');
  render(html`<m-top-tools></m-top-tools>`, document.querySelector('#top-tools'));
  listenForSearch();
  requestIdleCallback?.(searching);
  tellReplay();
}

/** Puts a page's component where the skeleton was. */
export function fill(main, template) {
  main.replaceChildren();
  main.removeAttribute('aria-busy');
  render(template, main);
}
