// A small dialog in the middle of the page, to be filled in or answered.
import { Drawer } from '../shared/drawer.js';

/** As a drawer, but small and in the middle; its first field has the focus. */
class Modal extends Drawer {
  shape = 'modal';

  opened(dialog) {
    // What it holds is drawn a moment later.
    requestAnimationFrame(() => dialog.querySelector('input')?.focus());
  }
}
customElements.define('m-modal', Modal);
