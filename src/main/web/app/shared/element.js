import { LitElement } from 'lit';

/** A component without a shadow: one stylesheet for all, and nothing hidden from assistive technology. */
export class Light extends LitElement {
  createRenderRoot() {
    return this;
  }
}
