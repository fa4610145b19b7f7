// What may be done with weights: saved as a profile, put into one of one's own, or that one deleted. For admins.
import { html, nothing } from 'lit';
import { announce } from '../shared/announce.js';
import { ask } from '../shared/api.js';
import { Light } from '../shared/element.js';
import { refusal } from './refresh.js';
import { adds, fractions, percentOf, same } from './weights.js';

/** Properties: page, percent. */
class Saving extends Light {
  static properties = {
    page: { attribute: false }, percent: { attribute: false }, problem: { state: true },
    busy: { state: true }, asked: { state: true },
  };

  async write(work, done) {
    this.busy = true;
    this.problem = null;
    try {
      const said = await work();
      announce(said);
      done?.();
      this.page.again();
    } catch (failure) {
      this.problem = failure.code === 'profile-exists' ? 'Another profile has this name: choose another.' : refusal(failure);
    }
    this.busy = false;
  }

  add(event) {
    event.preventDefault();
    const form = event.target;
    const given = new FormData(form);
    const body = { name: given.get('name').trim(), description: given.get('description').trim(),
      weights: fractions(this.percent) };
    let slug;
    this.write(async () => {
      ({ data: { profile: { slug } } } = await ask('/api/profiles', { method: 'POST', body }));
      return `Saved as ${body.name}.`;
    }, () => this.page.state.set({ profile: slug, weights: null, page: null }));
  }

  change() {
    const { profile, state } = this.page;
    const body = { name: profile.name, description: profile.description,
      weights: fractions(this.percent), active: profile.active };
    this.write(async () => {
      await ask(`/api/profiles/${profile.slug}`, { method: 'PUT', body });
      return `${profile.name} is weighed anew; its ranking follows.`;
    }, () => state.set({ weights: null, page: null }));
  }

  discard() {
    const { profile, state } = this.page;
    this.write(async () => {
      await ask(`/api/profiles/${profile.slug}`, { method: 'DELETE' });
      return `${profile.name} is deleted.`;
    }, () => state.set({ profile: null, weights: null, page: null }));
  }

  render() {
    const { page } = this;
    if (!page.session.can('admin')) {
      return html`<p class="small soft">An admin can save weights as a profile.
        <button type="button" class="link" @click=${page.logIn}>Log in as an admin</button></p>`;
    }
    return html`<div class="saving">
      <form class="row" @submit=${this.add}>
        <label class="field"><span>Name</span><input name="name" required maxlength="100" autocomplete="off"></label>
        <label class="field wide"><span>Description, if any</span>
          <input name="description" maxlength="500" autocomplete="off"></label>
        <button class="button primary" ?disabled=${this.busy || !adds(this.percent)}>Save as a profile</button>
      </form>
      ${this.own()}
      ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : nothing}
    </div>`;
  }

  /** For a profile that somebody saved: the shipped ones stay as they are here, the learned one learns by itself. */
  own() {
    const { profile } = this.page;
    if (!profile || profile.is_system || profile.fit) {
      return nothing;
    }
    const changed = !same(percentOf(profile.weights), this.percent);
    return html`<div class="row">
      <button type="button" class="button" ?disabled=${this.busy || !changed || !adds(this.percent)}
        @click=${this.change}>Save into ${profile.name}</button>
      ${this.asked
        ? html`<span class="row" role="group" aria-label="Delete this profile">
            <span>Delete ${profile.name} and its rankings?</span>
            <button type="button" class="button danger" ?disabled=${this.busy} @click=${this.discard}>Yes, delete</button>
            <button type="button" class="button" @click=${() => { this.asked = false; }}>No</button></span>`
        : html`<button type="button" class="button danger" @click=${() => { this.asked = true; }}>Delete this profile</button>`}
    </div>`;
  }
}
customElements.define('m-saving', Saving);
