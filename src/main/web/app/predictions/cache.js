// How the stored predictions stand, profile by profile, and the way to have them computed anew.
import { html, nothing } from 'lit';
import { address } from '../shared/api.js';
import { Light } from '../shared/element.js';
import { dateTime, number } from '../shared/format.js';
import { Live } from '../shared/live.js';
import { shown } from '../shared/states.js';
import { tools } from '../shared/tools.js';
import { Part } from './part.js';
import { listed } from './words.js';

const BETWEEN = 15_000;
const RECOMMENDED = {
  up_to_date: { label: 'Up to date', look: 'good', says: 'Nothing needs to be done.' },
  refresh_suggested: { label: 'Refresh suggested', look: 'info', says: 'Some films have changed; the rankings are still close.' },
  refresh_recommended: { label: 'Refresh recommended', look: 'warn', says: 'Much has changed since, or it is long ago.' },
  refresh_required: { label: 'Refresh required', look: 'bad', says: 'Something of it has never been computed.' },
};
const CAUSES = [
  ['movies', 'the films themselves'], ['metrics', 'ratings and other metrics'], ['festivals', 'awards'],
  ['people', 'their people'],
  ['lists', 'lists'], ['scoring', 'the scoring'],
];

class PredictionCache extends Light {
  static properties = { page: { attribute: false } };

  render() {
    const { page } = this;
    return html`<div class="stack">
      <p class="note">Rankings are computed ahead and stored: after imports and edits of profiles, and every night.
        Reading one never computes it.</p>
      <div class="row">${this.action()}</div>
      <div class="cards">${page.profiles.map((profile) =>
        html`<m-profile-cache .page=${page} .profile=${profile}></m-profile-cache>`)}</div>
    </div>`;
  }

  action() {
    const { page } = this;
    return page.session.can('admin')
      ? html`<button type="button" class="button primary" ?disabled=${page.refresh.running}
          @click=${() => page.refresh.start({}, 'Everything of the films')}>Refresh everything of the films</button>`
      : html`<p class="soft">An admin can have everything computed anew.
        <button type="button" class="link" @click=${page.logIn}>Log in as an admin</button></p>`;
  }
}
customElements.define('m-prediction-cache', PredictionCache);

/** Properties: page, profile. */
class ProfileCache extends Part {
  static properties = { profile: { attribute: false } };
  status = new Live(this, { every: BETWEEN });

  documents() {
    this.status.show(address('/api/predictions/status', { profile: this.profile.slug }));
    return [this.status];
  }

  render() {
    return html`<section class="card stack tight" data-profile=${this.profile.slug}>
      <h2>${this.profile.name}</h2>
      ${shown(this.status, (status) => this.draw(status), 4)}
      ${tools({ json: this.status.url })}
    </section>`;
  }

  draw(status) {
    const { label, look, says } = RECOMMENDED[status.recommendation] ?? { label: status.recommendation, look: 'info', says: '' };
    return html`<p><span class="state ${look}">${label}</span></p>
      <p>${status.recommendation === 'up_to_date' && status.stale_decades.length
        ? 'Little has changed since; a refresh is not urgent.'
        : says}</p>
      <dl class="film-facts">
        <div><dt>Computed</dt><dd>${status.last_calculated ? dateTime(status.last_calculated, 'UTC') : 'never'}</dd></div>
        <div><dt>Rankings</dt><dd>${status.has_predictions ? 'stored' : 'none stored'}</dd></div>
        <div><dt>Validation</dt><dd>${status.has_validation ? 'stored' : 'not stored'}</dd></div>
      </dl>
      <p>${changes(status.changes_since)}</p>
      ${this.decades(status.stale_decades)}`;
  }

  decades(stale) {
    const { page, profile } = this;
    if (!stale.length) {
      return html`<p class="soft">No decade is behind.</p>`;
    }
    const link = (decade) => {
      const changes = { tab: 'ranking', decade, profile: profile.slug, page: null };
      return html`<li><a href=${page.state.href(changes)} @click=${(event) => page.state.follow(event, changes)}>${decade}s</a>
        ${page.session.can('admin') ? html`<button type="button" class="button quiet" ?disabled=${page.refresh.running}
          aria-label="Refresh the ${decade}s of ${profile.name}"
          @click=${() => page.refresh.start({ decade, profile: profile.slug },
            `The ${decade}s under ${profile.name}`)}>↻</button>` : nothing}</li>`;
    };
    return html`<div><p>Decades behind their facts:</p><ul class="decades">${stale.map(link)}</ul></div>`;
  }
}
customElements.define('m-profile-cache', ProfileCache);

/** What has changed since, in words. */
function changes(since) {
  if (!since) {
    return 'There is nothing yet that changes could be counted from.';
  }
  const parts = CAUSES.filter(([cause]) => since[cause] > 0).map(([cause, label]) => `${number(since[cause])} by ${label}`);
  const scored = parts.length ? `Films scored anew since: ${listed(parts)}.` : 'No film was scored anew since.';
  return since.profiles > 0 ? `Its weights were edited since. ${scored}` : scored;
}
