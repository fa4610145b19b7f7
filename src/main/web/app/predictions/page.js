// Which films will join the list: rankings, how well they do in hindsight, and how they stand.
import { html } from 'lit';
import { currentInSight, select, tabs } from '../shared/choices.js';
import { Light } from '../shared/element.js';
import { Live } from '../shared/live.js';
import '../shared/drawer.js';
import '../shared/login-form.js';
import { Session } from '../shared/session.js';
import { fill } from '../shared/shell.js';
import { UrlState } from '../shared/url-state.js';
import './cache.js';
import './comparison.js';
import './film.js';
import './ranking.js';
import './validation.js';
import { Refresh } from './refresh.js';

const TABS = [
  { value: 'ranking', label: 'Ranking' }, { value: 'validation', label: 'Validation' },
  { value: 'comparison', label: 'Comparison' }, { value: 'cache', label: 'Cache' },
];
const DEFAULTS = { tab: 'ranking', decade: '2020', profile: 'balanced', status: 'all', q: '', page: '1', film: '', weights: '' };
const BETWEEN = 30_000;

class PredictionsPage extends Light {
  static properties = { loggingIn: { state: true }, filmTitle: { state: true },
    preview: { state: true }, round: { state: true } };
  state = new UrlState(this, { ...DEFAULTS });
  session = new Session(this);
  profiles = new Live(this, { every: BETWEEN });
  decades = new Live(this, { every: BETWEEN });
  refresh = new Refresh(this, () => this.again());

  connectedCallback() {
    super.connectedCallback();
    this.round = 0;
    this.profiles.show('/api/profiles');
    this.decades.show('/api/decades');
  }

  /** Everything is asked again: a run has ended, or a profile was written. */
  again() {
    this.round += 1;
    this.profiles.load();
    this.decades.load();
  }

  willUpdate() {
    Object.assign(this.state.defaults, {
      profile: this.profiles.data?.default_profile ?? DEFAULTS.profile,
      decade: String(this.decades.data?.default_decade ?? DEFAULTS.decade),
    });
  }

  updated() {
    currentInSight(this);
  }

  /** What the parts of the page are told: new at every render, so that they are drawn again, too. */
  told() {
    const known = this.profiles.data?.profiles ?? [];
    const slug = this.state.get('profile');
    return {
      state: this.state, session: this.session, refresh: this.refresh, decades: this.decades.data?.decades ?? [],
      profiles: known.filter(({ active }) => active), profile: known.find((one) => one.slug === slug) ?? null, slug,
      nameOf: (other) => known.find((one) => one.slug === other)?.name ?? other,
      round: this.round, again: () => this.again(), logIn: () => { this.loggingIn = true; },
      showPreview: (rows) => { this.preview = rows; }, preview: this.preview,
    };
  }

  picker(page) {
    const options = page.profiles.length
      ? page.profiles.map(({ slug, name }) => ({ value: slug, label: name }))
      : [{ value: page.slug, label: page.slug }];
    return html`<div class="profile-bar">
      ${select({ label: 'Weight profile', options, value: page.slug,
        pick: (profile) => this.state.set({ profile, page: null, weights: null }) })}
      <p class="note small profile-says">${page.profile?.description || (page.profile ? 'A profile of your own.' : ' ')}</p>
    </div>`;
  }

  tab(page) {
    switch (this.state.get('tab')) {
      case 'validation':
        return html`${this.picker(page)}<m-validation .page=${page}></m-validation>`;
      case 'comparison':
        return html`<m-comparison .page=${page}></m-comparison>`;
      case 'cache':
        return html`<m-prediction-cache .page=${page}></m-prediction-cache>`;
      default:
        return html`${this.picker(page)}<m-ranking .page=${page}></m-ranking>`;
    }
  }

  drawer(page) {
    const film = this.state.get('film');
    const heading = this.loggingIn ? 'Log in as an admin' : this.filmTitle ?? 'Film';
    const content = this.loggingIn
      ? html`<p class="note">With a name and password, or with the admin token of this service.</p>
          <m-login tokens @done=${() => { this.loggingIn = false; }}></m-login>`
      : html`<m-film .page=${page} .film=${film} @titled=${(event) => { this.filmTitle = event.detail; }}></m-film>`;
    return html`<m-drawer .open=${this.loggingIn || Boolean(film)} .heading=${heading} .content=${content}
      @closed=${this.closed}></m-drawer>`;
  }

  closed() {
    if (this.loggingIn) {
      this.loggingIn = false;
    } else {
      this.filmTitle = null;
      this.state.set({ film: null });
    }
  }

  render() {
    const page = this.told();
    return html`<div class="stack predictions">
      <div class="page-intro">
        <h1 class="page-title">Predictions</h1>
        <p class="note">Which films will join the list? Each is scored from public facts under a weight profile;
          the list itself counts nowhere.</p>
      </div>
      ${tabs({ label: 'Views of the predictions', options: TABS, state: this.state,
        name: 'tab', clears: { page: null, film: null, weights: null } })}
      ${this.refresh.panel()}
      ${this.tab(page)}
      ${this.drawer(page)}
    </div>`;
  }
}
customElements.define('m-predictions-page', PredictionsPage);

export function show(main) {
  fill(main, html`<m-predictions-page></m-predictions-page>`);
}
