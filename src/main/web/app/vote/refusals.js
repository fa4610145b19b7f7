// What the service refuses, in words that say what to do.
import { capital, span } from '../shared/format.js';

const sentence = (text) => (/[.!?]$/.test(text) ? capital(text) : `${capital(text)}.`);

const BECAME = {
  SELECTED: 'It has won a round already.',
  WATCHED: 'It has been watched.',
  WITHDRAWN: 'It was withdrawn.',
  REMOVED: 'It was removed.',
};

const WORDS = {
  unreachable: () => 'The service cannot be reached. Try again in a moment.',
  unauthenticated: () => 'Your session has ended. Log in again.',
  'votes-spent': ({ limit }) => `The round allows ${limit} ${limit === 1 ? 'vote' : 'votes'} a member, and you have given `
    + 'all of yours. Take one back to vote for another film.',
  'voting-closed': () => 'The round takes no more votes; its winner is fixed in a moment.',
  'proposal-closed': ({ state }) => `This film takes no more votes. ${BECAME[state] ?? ''}`.trim(),
  'proposal-unknown': () => 'This proposal is not there any more.',
  'limit-reached': ({ limit, used }) => `You have ${used} open proposals and may have ${limit}. `
    + 'Withdraw one of yours, or wait until one is watched.',
  'metadata-unavailable': () => 'No provider of film data can be searched now. Propose by title and year instead.',
  'round-exists': () => 'There is a round that is not closed yet. Close it first.',
  'round-closed': () => 'This round is closed already.',
  'internal-error': () => 'Something went wrong at the service. Try again in a moment.',
  'database-unavailable': () => 'The service cannot reach its database. Try again in a moment.',
};

function tooMany(failure) {
  const wait = failure.retryAfter ? `Try again in ${span(failure.retryAfter * 1000)}.` : 'Wait a while, then try again.';
  return `${sentence(failure.message)} ${wait}`;
}

/** Why something was not done. */
export function inWords(failure) {
  const problem = failure.problem ?? {};
  if (failure.status === 429) {
    return tooMany(failure);
  }
  if (WORDS[failure.code]) {
    return WORDS[failure.code](problem);
  }
  const errors = problem.errors?.map(({ parameter, message }) => sentence(`${parameter.replaceAll('_', ' ')} ${message}`));
  return errors?.length ? errors.join(' ') : sentence(failure.message);
}
