// Weights as the sliders have them: per cent by category, at most two decimals, written into the URL as 40-20-20-20-0.
import { CRITERIA } from './words.js';

const CATEGORIES = CRITERIA.map(({ category }) => category);
const TOLERANCE = 1;
const rounded = (value) => Math.round(value * 100) / 100;

/** A profile's weights as shares of their sum, in per cent. */
export function percentOf(weights) {
  const sum = CATEGORIES.reduce((total, category) => total + Number(weights[category] ?? 0), 0);
  return Object.fromEntries(CATEGORIES.map((category) => [category,
    sum ? rounded((100 * Number(weights[category] ?? 0)) / sum) : 0]));
}

/** As the API takes them: 0.4 for 40. */
export const fractions = (percent) =>
  Object.fromEntries(CATEGORIES.map((category) => [category, Number((percent[category] / 100).toFixed(4))]));

export const total = (percent) => rounded(CATEGORIES.reduce((sum, category) => sum + percent[category], 0));

/** Whether they add up to 1 as nearly as the API asks. */
export const adds = (percent) => Math.abs(total(percent) - 100) <= TOLERANCE;

/** The same proportions in whole per cent that add up to 100; what rounding leaves goes to the largest remainders. */
export function normalised(percent) {
  const sum = total(percent);
  const exact = CATEGORIES.map((category) => (sum ? (100 * percent[category]) / sum : 100 / CATEGORIES.length));
  const whole = exact.map(Math.floor);
  const missing = 100 - whole.reduce((a, b) => a + b, 0);
  const byRemainder = exact.map((value, index) => [value - whole[index], index]).sort(([a], [b]) => b - a);
  byRemainder.slice(0, missing).forEach(([, index]) => { whole[index] += 1; });
  return Object.fromEntries(CATEGORIES.map((category, index) => [category, whole[index]]));
}

export const written = (percent) => CATEGORIES.map((category) => percent[category]).join('-');

/** What written() wrote; null if it is not that. */
export function read(text) {
  const parts = String(text ?? '').split('-').map(Number);
  const sound = parts.length === CATEGORIES.length && text && parts.every((value) => value >= 0 && value <= 100);
  return sound ? Object.fromEntries(CATEGORIES.map((category, index) => [category, rounded(parts[index])])) : null;
}

export const same = (one, other) => written(one) === written(other);
