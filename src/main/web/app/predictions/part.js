import { Light } from '../shared/element.js';

/** A part of the page: told of everything by the page, asks its documents again when the page says so. */
export class Part extends Light {
  static properties = { page: { attribute: false } };

  /** The documents it shows, at their present addresses: a list of Live. */
  documents() {
    return [];
  }

  willUpdate() {
    const documents = this.documents();
    if (this.round !== undefined && this.round !== this.page.round) {
      documents.filter(({ url }) => url).forEach((live) => live.load());
    }
    this.round = this.page.round;
  }
}
