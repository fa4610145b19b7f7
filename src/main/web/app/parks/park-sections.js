// What the page of a park tells beside its shame: now, tiers, opening hours, its rides.
import { html, nothing } from 'lit';
import { clockTime, dateTime, hours, minutes, number } from '../shared/format.js';
import { table } from '../shared/table.js';
import { parts } from './place.js';
import { STATUSES, statusBadge, statusWords } from './status.js';
import { longDay } from './windows.js';

const KINDS = { OPERATING: 'good', DOWN: 'bad', CLOSED: 'soft', REFURBISHMENT: 'info', PARK_CLOSED: 'none' };

export function statusNow({ current_status: now, park }) {
  const waits = now.avg_wait_time === null
    ? 'No waits are told.' : `Average wait ${minutes(now.avg_wait_time)}, longest ${minutes(now.peak_wait_time)}.`;
  const counts = STATUSES.map((status) => ({ label: statusWords(status), count: now[status], kind: KINDS[status] }));
  return html`<section class="card stack" aria-label="Right now">
    <h2>Right now</h2>
    ${now.total
      ? html`${parts('Attractions by status', counts)}
          <p class="note small">${number(now.total)} attractions as of ${dateTime(now.last_updated, park.timezone)}. ${waits}</p>`
      : html`<p class="note">Nothing was heard of this park in the last 2 hours, so nothing can be said of now.</p>`}
  </section>`;
}

export function tiers({ tier_distribution: tier }) {
  return html`<section class="card stack" aria-label="Rides by tier">
    <h2>Rides by tier</h2>
    ${parts('Rides by tier', [
      { label: 'Tier 1, counts × 3', count: tier.tier_1, kind: 'tier-1' },
      { label: 'Tier 2, counts × 2', count: tier.tier_2, kind: 'tier-2' },
      { label: 'Tier 3, counts × 1', count: tier.tier_3, kind: 'tier-3' },
      { label: 'No tier, counts × 2', count: tier.unclassified, kind: 'none' },
    ])}
    <p class="note small">${number(tier.total_rides)} attractions. The more of a draw a ride is, the more its downtime counts.</p>
  </section>`;
}

/** 09:00–18:30; a dash where an end is not known. */
function fromTo(from, to, zone) {
  return from || to ? `${from ? clockTime(from, zone) : '?'}–${to ? clockTime(to, zone) : '?'}` : '–';
}

export function sessions({ operating_sessions: list, park }) {
  const zone = park.timezone;
  return html`<section class="stack" aria-label="Opening hours">
    <h2>Opening hours</h2>
    ${list.length
      ? table({
          caption: `Opening hours, times in ${zone}`,
          columns: [
            { key: 'date', label: 'Operating day', cell: (day) => longDay(day.date) },
            {
              key: 'scheduled', label: 'Scheduled', numeric: true,
              cell: (day) => fromTo(day.scheduled_opening, day.scheduled_closing, zone),
            },
            {
              key: 'operating', label: 'Rides operated', numeric: true, title: 'From the first ride that operated to the last',
              cell: (day) => fromTo(day.first_operating_at, day.last_operating_at, zone),
            },
            {
              key: 'open_hours', label: 'Open', numeric: true, minor: true, title: 'Hours the park was open',
              cell: (day) => hours(day.open_hours),
            },
          ],
          rows: list.toReversed(),
          rowKey: (day) => `${day.date} ${day.scheduled_opening}`,
          rowHeader: 'date',
        })
      : html`<p class="note">No opening hours are known for this period.</p>`}
    <p class="note small">Times are in ${zone}; the newest day first.</p>
  </section>`;
}

const rideName = (ride) => html`<a href="/rides/${ride.ride_id}">${ride.ride_name}</a>
  <span class="sub">${[ride.tier ? `tier ${ride.tier}` : 'no tier', ride.land_area].filter(Boolean).join(' · ')}</span>`;

/** rides: what /api/parks/{id}/rides answers. */
export function rideList({ rides, effective_park_weight: effective, total_roster_weight: roster }, zone) {
  return html`<section class="stack" aria-label="All rides">
    <h2>All rides</h2>
    ${table({
      caption: 'Attractions that operated in the last 7 days',
      columns: [
        { key: 'ride_name', label: 'Ride', cell: rideName },
        { key: 'current_status', label: 'Now', cell: (ride) => statusBadge(ride.current_status) },
        { key: 'current_wait_time', label: 'Wait', numeric: true, cell: (ride) => minutes(ride.current_wait_time) },
        { key: 'weight', label: 'Weight', numeric: true, minor: true, cell: (ride) => `× ${ride.weight}` },
        { key: 'last_operated_at', label: 'Last operated', minor: true, cell: (ride) => dateTime(ride.last_operated_at, zone) },
      ],
      rows: rides.active, rowKey: (ride) => ride.ride_id, rowHeader: 'ride_name',
    })}
    <p class="note small">These count in live numbers: they operated in the last 7 days,
      weight ${number(effective)} of ${number(roster)}.</p>
    ${rides.excluded.length ? idle(rides.excluded, zone) : nothing}
  </section>`;
}

function idle(rides, zone) {
  return html`<h3>Idle for more than 7 days</h3>
    ${table({
      caption: 'Attractions idle for more than 7 days',
      columns: [
        { key: 'ride_name', label: 'Ride', cell: rideName },
        {
          key: 'last_operated_at', label: 'Last operated',
          cell: (ride) => (ride.last_operated_at
            ? html`${number(ride.days_since_operation, 0, 'days ago')}
                <span class="sub">${dateTime(ride.last_operated_at, zone)}</span>`
            : 'never seen operating'),
        },
      ],
      rows: rides, rowKey: (ride) => ride.ride_id, rowHeader: 'ride_name',
    })}`;
}
