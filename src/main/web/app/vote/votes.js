// Votes as their giver sees them: counted the moment they are tapped, undone when the service says no.
import { ask } from '../shared/api.js';

/** A proposal as it is once a wish has come true. */
function wished(proposal, wanted, name) {
  if (wanted === Boolean(proposal.user_voted)) {
    return proposal;
  }
  const hidden = proposal.vote_count === null;
  return {
    ...proposal,
    user_voted: wanted,
    vote_count: hidden ? null : proposal.vote_count + (wanted ? 1 : -1),
    voters: hidden ? null : wanted ? [...proposal.voters, name] : proposal.voters.filter((voter) => voter !== name),
  };
}

export class Votes {
  wishes = new Map();

  /** host is drawn again at every change; counted: (id, answer), refused: (failure, id, wanted). */
  constructor(host, { counted, refused }) {
    this.host = host;
    this.counted = counted;
    this.refused = refused;
  }

  busy(id) {
    return this.wishes.has(id);
  }

  /** A proposal with the vote its reader has just given, by that name. */
  shown(proposal, name) {
    return this.wishes.has(proposal.id) ? wished(proposal, this.wishes.get(proposal.id), name) : proposal;
  }

  /** Gives a vote or takes it back; of several wishes the last one holds. */
  async wish(id, wanted) {
    const underWay = this.wishes.has(id);
    this.wishes.set(id, wanted);
    this.host.requestUpdate();
    if (underWay) {
      return;
    }
    try {
      await this.send(id);
    } catch (failure) {
      this.refused(failure, id, this.wishes.get(id));
    }
    this.wishes.delete(id);
    this.host.requestUpdate();
  }

  // Tapped again while the first is under way: one after the other, so that they arrive in the order of the taps.
  async send(id) {
    let sent;
    do {
      sent = this.wishes.get(id);
      const { data } = await ask(`/api/proposals/${id}/vote`, { method: sent ? 'PUT' : 'DELETE' });
      this.counted(id, data);
    } while (this.wishes.get(id) !== sent);
  }
}
