// One's own account: who one is, the password, the tokens given to programs.
import { html, nothing } from 'lit';
import { Light } from '../shared/element.js';
import { ask } from '../shared/api.js';
import { Session, logOut, renew } from '../shared/session.js';
import { inWords } from './refusals.js';
import './tokens.js';

const SHORTEST = 8;

/** Properties: me (GET /api/me, null while unknown). */
class Account extends Light {
  static properties = { me: { attribute: false }, problem: { state: true }, done: { state: true } };
  session = new Session(this);

  async change(event) {
    event.preventDefault();
    const form = event.target;
    const given = new FormData(form);
    Object.assign(this, { problem: null, done: null });
    if (given.get('new_password') !== given.get('again')) {
      this.problem = 'The new password and its repetition differ.';
      return;
    }
    try {
      await ask('/api/me/password', {
        method: 'PUT', body: { old_password: given.get('old_password'), new_password: given.get('new_password') },
      });
      form.reset();
      this.done = 'Your password is changed. You are still logged in here; all your other sessions have ended.';
    } catch (failure) {
      this.refuse(failure);
    }
  }

  refuse(failure) {
    if (failure.status === 401) {
      renew();
    }
    this.problem = failure.status === 403 ? 'The present password is another.' : inWords(failure);
  }

  passwordField(name, label, shortest, autocomplete) {
    return html`<label class="field"><span>${label}</span>
      <input name=${name} type="password" required minlength=${shortest} autocomplete=${autocomplete}></label>`;
  }

  password() {
    return html`<section class="card stack" aria-labelledby="password-heading">
      <h3 id="password-heading">Change the password</h3>
      <form class="login" @submit=${this.change}>
        <input class="sr-only" type="text" autocomplete="username" .value=${this.session.who.name} readonly tabindex="-1"
          aria-hidden="true">
        ${this.passwordField('old_password', 'Present password', 1, 'current-password')}
        ${this.passwordField('new_password', `New password, at least ${SHORTEST} characters`, SHORTEST, 'new-password')}
        ${this.passwordField('again', 'New password again', SHORTEST, 'new-password')}
        ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : nothing}
        ${this.done ? html`<p class="done" role="status">${this.done}</p>` : nothing}
        <button class="button">Change the password</button>
      </form>
    </section>`;
  }

  render() {
    const { who } = this.session;
    if (!who) {
      return nothing;
    }
    if (!who.logged_in) {
      return html`<p>You are not logged in.</p><m-login></m-login>`;
    }
    const { me } = this;
    return html`<section class="card stack">
        <p>Logged in as <strong>${who.name}</strong> <span class="state soft">${who.roles.join(', ')}</span></p>
        ${me
          ? html`<p class="soft">${me.used} of ${me.limit} open proposals; ${me.remaining} more may be proposed.</p>`
          : nothing}
        <div><button type="button" class="button" @click=${() => logOut()}>Log out</button></div>
      </section>
      ${who.kind === 'program'
        ? html`<p class="soft">This token acts for a program, not for a member: it has no password and no tokens of its own.</p>`
        : html`${this.password()}<m-tokens></m-tokens>`}`;
  }
}
customElements.define('m-account', Account);
