// Who is not logged in is asked to, and what they wanted is done right after.
import { html, nothing } from 'lit';
import '../shared/login-form.js';
import { renew } from '../shared/session.js';
import './modal.js';

const ENDED = 'Your session has ended. Log in again; what you have just done is then finished.';

export class Gate {
  reason = null;
  then = null;

  /** page: has session and url, is drawn again at every change. */
  constructor(page) {
    this.page = page;
  }

  /** Asks for a log-in, for this reason; then: what is done after it. */
  ask(reason, then = null) {
    Object.assign(this, { reason, then });
    this.page.url.set({ login: '1' });
  }

  /** The service knows nobody: whoever was logged in is so no more, whoever was not learns why to be. */
  async refused(then, reason = ENDED) {
    const ended = this.page.session.who?.logged_in;
    if (ended) {
      await renew();
    }
    this.ask(ended ? ENDED : reason, then);
  }

  passed() {
    const { then } = this;
    this.close();
    then?.();
  }

  close(changes) {
    Object.assign(this, { reason: null, then: null });
    this.page.url.set({ ...changes, login: null }, { replace: true });
  }

  content() {
    return html`${this.reason ? html`<p>${this.reason}</p>` : nothing}<m-login @done=${() => this.passed()}></m-login>`;
  }

  render() {
    const { session, url } = this.page;
    const open = Boolean(session.who && !session.who.logged_in && (url.get('login') || url.get('propose')));
    return html`<m-modal .open=${open} heading="Log in" .content=${open ? this.content() : nothing}
      @closed=${() => this.close({ propose: null })}></m-modal>`;
  }
}
