// A park's shame taken apart: the formula, the same with its numbers, the rides behind it, and those that do not count.
import { html, nothing } from 'lit';
import { dateTime, hours, number, percent } from '../shared/format.js';
import { table } from '../shared/table.js';
import { statusBadge } from './status.js';

const tierWords = (ride) => `${ride.tier ? `tier ${ride.tier}` : 'no tier'}, × ${ride.weight}`;

const GRADES = [[3, 'most'], [1.5, 'much'], [0.5, 'some'], [0, 'low']];

/** The score as its coloured figure; grey without one. */
export function shameScore(score) {
  const grade = GRADES.find(([least]) => score >= least && score !== null)?.[1] ?? 'none';
  return html`<span class="shame-score ${grade}">${number(score, 1)}</span>`;
}

function formula(shame) {
  const down = number(shame.weighted_down_minutes);
  const open = number(shame.weighted_open_minutes);
  return html`<div class="card formula">
    <p class="formula-words">shame score = 10 × weighted minutes down ÷ weighted minutes the park was open</p>
    <p class="formula-numbers">10 × ${down} min ÷ ${open} min = ${shameScore(shame.shame_score)}
      <span class="soft">of 10</span></p>
    <p class="note small">Each ride's minutes count its weight: 3 in tier 1, 2 in tier 2 or without a tier, 1 in tier 3.
      ${number(shame.total_rides)} rides count, of weight ${number(shame.effective_park_weight)} together;
      ${number(shame.rides_down)} of them had downtime, ${hours(shame.total_downtime_hours)} in all,
      ${hours(shame.weighted_downtime_hours)} weighted.</p>
  </div>`;
}

const RIDES = [
  {
    key: 'ride_name', label: 'Ride',
    cell: (ride) => html`<a href="/rides/${ride.ride_id}">${ride.ride_name}</a><span class="sub">${tierWords(ride)}</span>`,
  },
  { key: 'current_status', label: 'Now', cell: (ride) => statusBadge(ride.current_status), minor: true },
  { key: 'down_minutes', label: 'Down', numeric: true, cell: (ride) => number(ride.down_minutes, 0, 'min') },
  {
    key: 'open_minutes', label: 'Of', numeric: true, minor: true, title: 'Minutes the park was open',
    cell: (ride) => number(ride.open_minutes, 0, 'min'),
  },
  { key: 'uptime_percentage', label: 'Uptime', numeric: true, minor: true, cell: (ride) => percent(ride.uptime_percentage) },
  {
    key: 'shame_contribution', label: 'Adds', numeric: true, title: 'Its part of the score, in points of 10',
    cell: (ride) => number(ride.shame_contribution, 3),
  },
];

const REASONS = { never_operated: 'never operated', not_operated_in_period: 'did not operate in this period' };

function since(ride, zone) {
  const days = ride.days_since_operation;
  return days === null
    ? 'never seen operating'
    : html`${days === 0 ? 'today or last night' : `${days} ${days === 1 ? 'day' : 'days'} ago`}
      <span class="sub">${dateTime(ride.last_operated_at, zone)}</span>`;
}

const excludedColumns = (zone) => [
  {
    key: 'ride_name', label: 'Ride',
    cell: (ride) => html`<a href="/rides/${ride.ride_id}">${ride.ride_name}</a><span class="sub">${tierWords(ride)}</span>`,
  },
  { key: 'reason', label: 'Why', cell: (ride) => REASONS[ride.reason] ?? ride.reason },
  { key: 'last_operated_at', label: 'Last operated', cell: (ride) => since(ride, zone) },
];

/** The rides that do not count, and why; words if all do. */
function excludedRides({ park, excluded_rides: excluded }) {
  return html`<div class="stack">
    <h3>Rides that do not count</h3>
    ${excluded.length
      ? table({
          caption: 'Rides that do not count', columns: excludedColumns(park.timezone), rows: excluded,
          rowKey: (ride) => ride.ride_id, rowHeader: 'ride_name',
        })
      : html`<p class="note">Every attraction of the park counts in this period.</p>`}
  </div>`;
}

/** details: what /api/parks/{id}/details answers, for any period. Formula, rides behind it, excluded rides. */
export function shameBreakdown(details) {
  const shame = details.shame_breakdown;
  return html`<section class="stack shame-breakdown" aria-label="Shame score, taken apart">
    ${shame.shame_score === null
      ? html`<p class="note">There is no shame score: ${details.empty_reason ?? 'no attraction counts in this period'}.</p>`
      : formula(shame)}
    ${shame.rides.length
      ? table({
          caption: 'Rides behind the score, largest part first', columns: RIDES, rows: shame.rides,
          rowKey: (ride) => ride.ride_id, rowHeader: 'ride_name',
        })
      : nothing}
    ${excludedRides(details)}
  </section>`;
}
