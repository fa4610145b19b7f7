// Cards stay where they are while votes arrive: what changes is their content, until their reader asks for the new order.

const ids = (proposals) => proposals.map((proposal) => proposal.id);

/** The order in which proposals were first shown. */
export class StillOrder {
  of = null;
  ids = [];
  known = new Map();

  /** The newest proposals of an address and order, as they are shown; gone: those that are no longer among them. */
  take(of, proposals) {
    if (of !== this.of || (this.awaited && proposals !== this.awaited)) {
      this.adopt(of, proposals);
    }
    this.newest = ids(proposals);
    const present = new Map(proposals.map((proposal) => [proposal.id, proposal]));
    proposals.forEach((proposal) => this.known.set(proposal.id, proposal));
    return this.ids.map((id) => present.get(id) ?? { ...this.known.get(id), gone: true });
  }

  adopt(of, proposals) {
    this.of = of;
    this.awaited = null;
    this.ids = ids(proposals);
    this.known.clear();
  }

  /** Shows them in their own order from now on. */
  renew() {
    this.of = null;
  }

  /** Shows the answer that comes after these in its own order. */
  renewAfter(proposals) {
    this.awaited = proposals ?? null;
  }

  /** What the reader does not see yet, in words; null if nothing. */
  get change() {
    const added = this.newest.filter((id) => !this.ids.includes(id)).length;
    if (added) {
      return added === 1 ? 'Another film belongs here now.' : `${added} other films belong here now.`;
    }
    return this.newest.join() === this.ids.join() ? null : 'Votes have changed the order.';
  }
}
