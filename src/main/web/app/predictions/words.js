// What the films' scoring calls its things, in words.
import { html, nothing } from 'lit';
import { number, words } from '../shared/format.js';

/** In the order of the API: a component of the score, the category of weights that counts it, and what it is made of. */
export const CRITERIA = [
  ['popular_opinion', 'popular_opinion', 'Popular opinion', 'what audiences and critics rate it'],
  ['industry_recognition', 'awards', 'Awards', 'wins and nominations at festivals and prizes'],
  ['cultural_impact', 'cultural', 'Cultural impact', 'other lists it is on, and its popularity'],
  ['people_quality', 'people', 'People', 'how well its cast and crew have done elsewhere'],
  ['financial_success', 'financial', 'Financial success', 'worldwide revenue, also beside the budget'],
].map(([criterion, category, label, says]) => ({ criterion, category, label, says }));

export const criterionWords = (name) => CRITERIA.find((one) => one.criterion === name)?.label ?? words(name);

export const STATUS_WORDS = { already_added: 'On the list', future_prediction: 'Future prediction' };

/** Where a likelihood stands: the bands are those of the API's counts. */
export const band = (likelihood) => (likelihood >= 80 ? 'high' : likelihood >= 50 ? 'medium' : 'low');

/** 0.75 of the four sources as 3 of 4. */
export const sourcesWords = (confidence) =>
  confidence === null || confidence === undefined ? '–' : `${Math.round(confidence * 4)} of 4`;

/** A number of films, and the word that goes with it. */
export const films = (count) => `${number(count)} ${count === 1 ? 'film' : 'films'}`;

/** One, two and three. */
export function listed(parts) {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

const BANDS = [
  { from: 90, base: 95, slope: 0.5 }, { from: 80, base: 85, slope: 1 }, { from: 70, base: 70, slope: 1.5 },
  { from: 60, base: 55, slope: 1.5 }, { from: 50, base: 40, slope: 1.5 }, { from: 40, base: 30, slope: 1 },
  { from: 30, base: 20, slope: 1 },
];

/** How a likelihood comes of a score, the formula filled in. */
export function likelihoodFormula(score) {
  const shown = number(score, 1);
  const found = BANDS.find(({ from }) => score >= from);
  return found
    ? `${found.base} + ${found.slope} × (${shown} − ${found.from}), as for every score from ${found.from} on`
    : `${shown} × 2 ÷ 3, as for every score below 30`;
}

const FEW = 30;

/** A word of caution where so few films are measured that each one weighs much; nothing where there are enough. */
export function fewFilms(count) {
  return count >= FEW ? nothing
    : html`<p class="small caution"><strong>Few films:</strong> only ${number(count)},
      so one more or less is ${number(100 / count, 1)} points.</p>`;
}
