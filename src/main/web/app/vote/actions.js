// What the vote page does beside voting. Each takes the page, whose lists it has read anew.
import { html } from 'lit';
import { announce } from '../shared/announce.js';
import { ask } from '../shared/api.js';
import { session } from '../shared/session.js';
import { NO_FILTER } from './list.js';

/** A vote has been counted: shown at once, and read anew, because an answer under way may be older. */
export function counted(page, id, { voted, vote_count: count, voters }) {
  const proposal = page.proposals.data?.data.find((one) => one.id === id);
  if (proposal) {
    Object.assign(proposal, { user_voted: voted, vote_count: count, voters });
  }
  if (page.proposals.url) {
    page.proposals.load();
  }
}

function changed(page) {
  page.order.renewAfter(page.proposals.data?.data);
  page.reload();
}

function sure(page, asked) {
  page.confirm({ ...asked, sessionEnded: () => page.gate.refused(() => page.confirm(asked)) });
}

export function withdraw(page, proposal) {
  sure(page, {
    title: 'Withdraw your proposal?',
    text: `“${proposal.title}” leaves the list. Its votes are kept, but it cannot be voted for any more.`,
    yes: 'Withdraw it',
    danger: true,
    run: async () => {
      await ask(`/api/proposals/${proposal.id}`, { method: 'DELETE' });
      announce(`“${proposal.title}” is withdrawn.`);
      changed(page);
    },
  });
}

export function remove(page, proposal) {
  sure(page, {
    title: 'Remove this proposal?',
    text: `“${proposal.title}” was proposed by ${proposal.proposer}. It leaves the list; its votes are kept.`,
    yes: 'Remove it',
    danger: true,
    run: async () => {
      await ask(`/api/proposals/${proposal.id}`, { method: 'DELETE' });
      announce(`“${proposal.title}” is removed.`);
      changed(page);
    },
  });
}

export function watched(page, proposal) {
  sure(page, {
    title: 'Was it watched?',
    text: `“${proposal.title}” moves to the watched films, where members rate it.`,
    yes: 'Mark it watched',
    run: async () => {
      await ask(`/api/proposals/${proposal.id}/watched`, { method: 'POST' });
      announce(`“${proposal.title}” is among the watched films now.`);
      changed(page);
    },
  });
}

export function closeRound(page, round) {
  sure(page, {
    title: 'Close this round?',
    text: `“${round.name}” takes no more votes, and its winner is fixed. A tie is decided by lot.`,
    yes: 'Close it',
    run: async () => {
      const { data } = await ask(`/api/rounds/${round.id}/close`, { method: 'POST' });
      const winner = data.round?.winner;
      announce(`“${round.name}” is closed${winner ? `. The winner is “${winner.title}”.` : ' without a winner.'}`);
      page.reload();
    },
  });
}

export async function startProposing(page) {
  const who = await session();
  if (who.kind === 'program') {
    announce('A program’s token cannot propose. Log out, then log in as a member.', 'error');
    return;
  }
  if (!who.logged_in) {
    page.gate.reason = 'Log in to propose a film.';
  }
  page.url.set({ propose: '1' });
}

/** The form that proposes. */
export function proposing(page) {
  const close = () => page.url.set({ propose: null });
  return html`<m-propose .me=${page.me.data}
    @proposed=${({ detail }) => {
      close();
      announce(`“${detail.title}” is proposed.`);
      changed(page);
    }}
    @vote=${async ({ detail }) => {
      close();
      await page.vote(detail, true);
      announce(`You vote for “${detail.title}”.`);
    }}
    @mine=${() => page.url.set({ ...NO_FILTER, propose: null, tab: null, proposer: page.me.data?.name })}
    @session-ended=${({ detail }) => page.gate.refused(detail.again ?? (() => {}))}></m-propose>`;
}
