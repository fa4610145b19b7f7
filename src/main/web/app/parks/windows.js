// The hours and days a number is about, said in words.
import { capital, words } from '../shared/format.js';

/** What a chart of a period is compared with, as parks are; null where the API tells no window before it. */
const BEFORE = {
  today: { period: 'yesterday', shift: 0, name: 'yesterday' },
  '7days': { period: '30days', shift: 7, name: 'the 7 days before' },
  last_week: { period: '30days', shift: 7, name: 'the week before' },
};

export const before = (period) => BEFORE[period] ?? null;

const NAMES = { live: 'Live', '7days': '7 days', '30days': '30 days' };
export const periodName = (period) => NAMES[period] ?? capital(words(period));

const TITLES = {
  live: 'The newest snapshot of every ride, not older than 2 hours',
  today: 'The present operating day, since 04:00',
  yesterday: 'The operating day before, 04:00 to 04:00',
  '7days': 'Today and the 6 operating days before',
  '30days': 'Today and the 29 operating days before',
  last_week: 'The last full week, Sunday to Saturday',
  last_month: 'The last full calendar month',
};

/** Periods as choices; each says its exact window, in `zone` if given. */
export const periodChoices = (periods, zone) =>
  periods.map((period) => ({
    value: period, label: periodName(period), title: `${TITLES[period]}, ${zone ? `in ${zone}` : "in each park's own time"}`,
  }));

const DAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
const LONG_DAY = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC',
});

/** 2026-11-20 as Fri 20 Nov. */
const dayWords = (day) => (day ? DAY.format(new Date(`${day}T00:00:00Z`)).replace(',', '') : '–');
export const longDay = (day) => (day ? LONG_DAY.format(new Date(`${day}T00:00:00Z`)).replace(',', '') : '–');

/** A day so many days earlier. */
export function daysBefore(day, days) {
  const then = new Date(`${day}T00:00:00Z`);
  then.setUTCDate(then.getUTCDate() - days);
  return then.toISOString().slice(0, 10);
}

/** The label of a point: 04 as 04:00, a date as a day. */
export const pointWords = (label) => (label.length === 2 ? `${label}:00` : dayWords(label));

/** What the points along a chart are. */
export function axisWords(granularity, zone) {
  const whose = zone ? `park-local time (${zone})` : "each park's own local time";
  return granularity === 'hourly'
    ? `Hours are ${whose}. An operating day goes from 04:00 to 04:00: the hours 00 to 03 are the night after it.`
    : `Days are operating days, from 04:00 to 04:00 in ${whose}.`;
}
