// Log in or become a member; where wanted, a program's token instead.
import { html, nothing } from 'lit';
import { Light } from './element.js';
import { capital, span } from './format.js';
import { Session, logIn, register, useToken } from './session.js';

/** Properties: tokens (offer a token too). Fires "done" when somebody is logged in. */
class LoginForm extends Light {
  static properties = { tokens: { type: Boolean }, mode: { state: true }, problem: { state: true }, busy: { state: true } };
  session = new Session(this);

  constructor() {
    super();
    this.mode = 'login';
  }

  async submit(event) {
    event.preventDefault();
    const given = new FormData(event.target);
    this.busy = true;
    this.problem = null;
    try {
      if (this.mode === 'token') {
        await useToken(given.get('token').trim());
      } else {
        await (this.mode === 'login' ? logIn : register)(given.get('name').trim(), given.get('password'));
      }
      this.dispatchEvent(new CustomEvent('done'));
    } catch (failure) {
      this.problem = this.inWords(failure);
    }
    this.busy = false;
  }

  inWords(failure) {
    if (failure.status === 401) {
      return this.mode === 'token' ? 'This token is not known.' : 'Name or password is wrong.';
    }
    if (failure.status === 429) {
      const wait = failure.retryAfter ? `Try again in ${span(failure.retryAfter * 1000)}.` : 'Wait a while.';
      return `${this.mode === 'register' ? 'Many have registered from your address.' : 'There were too many attempts.'} ${wait}`;
    }
    const errors = failure.problem?.errors?.map(({ parameter, message }) => `${capital(parameter)} ${message}.`);
    return errors?.length ? errors.join(' ') : `${capital(failure.message)}${/[.!?]$/.test(failure.message) ? '' : '.'}`;
  }

  modes() {
    const closed = this.session.who?.registration === 'closed';
    const known = [['login', 'Log in'], ...(closed ? [] : [['register', 'Become a member']]), ...(this.tokens ? [['token', 'Use a token']] : [])];
    const note = closed ? html`<p class="note small">Registration is closed: ask an admin for an account.</p>` : nothing;
    return known.length < 2 ? note : html`<div class="choices" role="group" aria-label="How">
      ${known.map(([mode, label]) => html`<button type="button" class="choice" aria-pressed=${this.mode === mode}
        @click=${() => Object.assign(this, { mode, problem: null })}>${label}</button>`)}
    </div>${note}`;
  }

  fields() {
    if (this.mode === 'token') {
      return html`<label class="field"><span>Token</span>
        <input name="token" type="password" required autocomplete="off" spellcheck="false"></label>`;
    }
    const fresh = this.mode === 'register';
    return html`<label class="field"><span>Name</span><input name="name" required maxlength="40" autocomplete="username"></label>
      <label class="field"><span>Password${fresh ? ', at least 8 characters' : ''}</span><input name="password" type="password" required minlength=${fresh ? 8 : 1}
        autocomplete=${fresh ? 'new-password' : 'current-password'}></label>`;
  }

  render() {
    const label = { login: 'Log in', register: 'Become a member', token: 'Use this token' }[this.mode];
    return html`<form class="login" @submit=${this.submit}>
      ${this.modes()}${this.fields()}
      ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : nothing}
      <button class="button primary" ?disabled=${this.busy}>${label}</button>
    </form>`;
  }
}
customElements.define('m-login', LoginForm);
