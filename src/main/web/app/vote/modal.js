// A small dialog in the middle of the page. Escape closes it, focus comes back.
import { html } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { Light } from '../shared/element.js';

let count = 0;

/** Properties: open, heading, content (a template). Fires "closed" when its user closes it. */
class Modal extends Light {
  static properties = { open: { type: Boolean }, heading: {}, content: { attribute: false } };
  dialog = createRef();
  headingId = `modal-heading-${(count += 1)}`;

  updated() {
    const dialog = this.dialog.value;
    if (this.open && !dialog.open) {
      dialog.showModal();
      // What it holds is drawn a moment later; whoever opens a form wants to fill it in.
      requestAnimationFrame(() => dialog.querySelector('input')?.focus());
    } else if (!this.open && dialog.open) {
      dialog.close();
    }
  }

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
    return html`<dialog class="modal" aria-labelledby=${this.headingId} ${ref(this.dialog)} @close=${this.closed}>
      <header class="drawer-head">
        <h2 id=${this.headingId}>${this.heading}</h2>
        <button type="button" class="button quiet" aria-label="Close" @click=${() => this.dialog.value.close()}>✕</button>
      </header>
      <div class="stack">${this.open ? this.content : ''}</div>
    </dialog>`;
  }
}
customElements.define('m-modal', Modal);
