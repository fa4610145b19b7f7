// The tokens a member gives to programs: made here, told once, ended here.
import { html, nothing } from 'lit';
import { Light } from '../shared/element.js';
import { ask } from '../shared/api.js';
import { Live } from '../shared/live.js';
import { dateTime } from '../shared/format.js';
import { shown } from '../shared/states.js';
import { inWords } from './refusals.js';

const PATH = '/api/me/tokens';

class Tokens extends Light {
  static properties = { made: { state: true }, problem: { state: true }, copied: { state: true } };
  tokens = new Live(this, { follow: false });

  async make(event) {
    event.preventDefault();
    const form = event.target;
    await this.attempt(async () => {
      const { data } = await ask(PATH, { method: 'POST', body: { name: new FormData(form).get('name').trim() } });
      this.made = data;
      form.reset();
    });
  }

  async revoke(token) {
    await this.attempt(async () => {
      await ask(`${PATH}/${token.id}`, { method: 'DELETE' });
      this.made = this.made?.id === token.id ? null : this.made;
    });
  }

  async attempt(what) {
    Object.assign(this, { problem: null, copied: null });
    try {
      await what();
    } catch (failure) {
      this.problem = inWords(failure);
    }
    this.tokens.load();
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(this.made.token);
      this.copied = 'Copied.';
    } catch {
      this.copied = 'Your browser keeps the clipboard closed: select the token and copy it.';
    }
  }

  secret() {
    return html`<div class="banner good" role="status"><div>
        <p><strong>The token “${this.made.name}” is made.</strong> It is shown this once: keep it now.</p>
        <p><code class="secret">${this.made.token}</code></p>
        ${this.copied ? html`<p>${this.copied}</p>` : nothing}</div>
      <button type="button" class="button" @click=${this.copy}>Copy</button></div>`;
  }

  list({ tokens }) {
    return tokens.length
      ? html`<ul class="tokens">${tokens.map((token) => html`<li><span><strong>${token.name}</strong>
          <span class="small soft">made ${dateTime(token.created_at)}</span></span>
          <button type="button" class="button danger" aria-label="End the token ${token.name}"
            @click=${() => this.revoke(token)}>End</button></li>`)}</ul>`
      : html`<p class="soft">You have given no tokens.</p>`;
  }

  render() {
    this.tokens.show(PATH);
    return html`<section class="card stack" aria-labelledby="tokens-heading">
      <h3 id="tokens-heading">Tokens for programs</h3>
      <p class="small soft">A program that sends one votes and proposes in your name: <code>Authorization: Bearer …</code></p>
      ${shown(this.tokens, (data) => this.list(data), 2)}
      ${this.made ? this.secret() : nothing}
      <form class="token-form" @submit=${this.make}>
        <label class="field"><span>Name of the new token; one of the same name is replaced</span>
          <input name="name" required maxlength="60" autocomplete="off"></label>
        <button class="button">Make a token</button>
      </form>
      ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : nothing}
    </section>`;
  }
}
customElements.define('m-tokens', Tokens);
