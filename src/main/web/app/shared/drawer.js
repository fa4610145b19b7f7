// A sheet from the side, for the details of one row. A dialog of the browser: Escape closes, focus comes back.
import { html } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { Light } from './element.js';

let count = 0;

/** Properties: open, heading, content (a template). Fires "closed" when its user closes it. */
export class Drawer extends Light {
  static properties = { open: { type: Boolean }, heading: {}, content: { attribute: false } };
  dialog = createRef();
  shape = 'drawer';
  headingId = `dialog-heading-${(count += 1)}`;

  updated() {
    const dialog = this.dialog.value;
    if (this.open && !dialog.open) {
      dialog.showModal();
      this.opened(dialog);
    } else if (!this.open && dialog.open) {
      dialog.close();
    }
  }

  /** Called once it is open; the browser has given the focus to its first control. */
  opened() {}

  disconnectedCallback() {
    super.disconnectedCallback();
    this.dialog.value?.close();
  }

  closed() {
    if (this.open) {
      this.dispatchEvent(new CustomEvent('closed'));
    }
  }

  render() {
    return html`<dialog class=${this.shape} aria-labelledby=${this.headingId} ${ref(this.dialog)} @close=${this.closed}
        @click=${(event) => event.target === this.dialog.value && this.dialog.value.close()}>
      <div class="${this.shape}-inner">
        <header class="drawer-head">
          <h2 id=${this.headingId}>${this.heading}</h2>
          <button type="button" class="button quiet" aria-label="Close" @click=${() => this.dialog.value.close()}>✕</button>
        </header>
        <div class="drawer-body">${this.open ? this.content : ''}</div>
      </div>
    </dialog>`;
  }
}
customElements.define('m-drawer', Drawer);
