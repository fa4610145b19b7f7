// The columns of every table of the page, by the name of the view that fills it.
import { hours, minutes, number, percent } from '../shared/format.js';
import { movement, parkCell, rideCell, seriesCell, shameCell } from './cells.js';
import { statusBadge } from './status.js';

const rank = (title) => ({ key: 'rank', label: '#', numeric: true, title, cell: (row) => number(row.rank) });
const park = { key: 'park_name', label: 'Park', cell: parkCell };
const ride = { key: 'ride_name', label: 'Ride', cell: rideCell };
const figure = (key, label, form, more = {}) => ({ key, label, numeric: true, cell: (row) => form(row[key]), ...more });
const now = (more = {}) => ({ key: 'current_status', label: 'Now', cell: (row) => statusBadge(row.current_status), ...more });
const uptime = (more = {}) =>
  figure('uptime_percentage', 'Uptime', percent, { title: 'Operating, of the minutes its park was open', ...more });
const averageWait = (more = {}) => figure('avg_wait_time', 'Average wait', (wait) => number(wait, 1, 'min'), more);
const peakWait = (more = {}) => figure('peak_wait_time', 'Longest wait', minutes, more);
const moved = (more = {}) => ({
  key: 'trend_percentage', label: 'Movement', numeric: true, cell: (row) => movement(row.trend_percentage),
  title: 'Uptime against the window before, in percentage points', ...more,
});
const shame = (links, more = {}) => ({
  key: 'shame_score', label: 'Shame', numeric: true, cell: (row) => shameCell(row, links),
  title: '0 to 10: the weighted share of open time that was lost', ...more,
});
const line = (id, series) => ({ key: 'series', label: 'Course', minor: true, cell: (row) => seriesCell(row[id], series) });
const ridesDown = (more = {}) => ({
  key: 'rides_down', label: 'Rides down', numeric: true, title: 'Rides with downtime, of those that count', ...more,
});

const rankings = (links, series) => ({
  park_downtime: [
    rank('Place by shame'), park, shame(links, { sort: 'shame_score' }),
    figure('total_downtime_hours', 'Downtime', hours, { sort: 'total_downtime_hours' }),
    uptime({ sort: 'uptime_percentage', ascending: true, minor: true }),
    ridesDown({ sort: 'rides_down', minor: true, cell: (row) => `${number(row.rides_down)} of ${number(row.total_rides)}` }),
    moved({ minor: true }), line('park_id', series),
  ],
  ride_downtime: [
    rank('Place by downtime'), ride, now({ sort: 'current_is_open', minor: true }),
    figure('downtime_hours', 'Downtime', hours, { sort: 'downtime_hours' }),
    uptime({ sort: 'uptime_percentage', ascending: true }), averageWait({ minor: true }),
    moved({ sort: 'trend_percentage', minor: true }), line('ride_id', series),
  ],
  park_waittimes: [
    rank('Place by average wait'), park, averageWait({ sort: 'avg_wait_time' }), peakWait({ sort: 'peak_wait_time' }),
    figure('rides_reporting', 'Rides reporting', number, { minor: true }), line('park_id', series),
  ],
  ride_waittimes: [
    rank('Place by average wait'), ride, now({ minor: true }), figure('current_wait_time', 'Wait now', minutes, { sort: 'current_wait_time' }),
    averageWait({ sort: 'avg_wait_time' }), peakWait({ sort: 'peak_wait_time', minor: true }), line('ride_id', series),
  ],
});

const trend = (entity) => [
  rank('Place by change'), entity,
  figure('change_percentage_points', 'Change', movement, { title: 'In percentage points of uptime' }),
  figure('current_uptime', 'Uptime', percent), figure('previous_uptime', 'Uptime before', percent, { minor: true }),
  figure('current_downtime_hours', 'Downtime', hours, { minor: true }), figure('previous_downtime_hours', 'Downtime before', hours, { minor: true }),
];

const awards = (links) => ({
  'awards_longest-wait-times_rides': [rank('Place'), ride, averageWait(), peakWait({ minor: true })],
  'awards_longest-wait-times_parks': [rank('Place'), park, averageWait(), peakWait({ minor: true }), figure('rides_reporting', 'Rides reporting', number, { minor: true })],
  'awards_least-reliable_rides': [rank('Place'), ride, figure('downtime_hours', 'Downtime', hours), uptime()],
  'awards_least-reliable_parks': [
    rank('Place'), park, shame(links), figure('total_downtime_hours', 'Downtime', hours, { minor: true }), uptime({ minor: true }),
    ridesDown({ minor: true }),
  ],
});

/** links: { href, follow } of the page's state; series: entity id → line. */
export function columnsOf(view, links, series) {
  return view.startsWith('trends_')
    ? trend(view.startsWith('trends_parks') ? park : ride)
    : { ...rankings(links, series), ...awards(links) }[view];
}
