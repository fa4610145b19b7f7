// What the page can be asked for: the API's words, and those for readers. All of it stands in the URL.
import { address } from '../shared/api.js';

export const PAGE_ROWS = 20;

export const TABS = [
  { value: 'downtime', label: 'Downtime' },
  { value: 'waits', label: 'Wait times' },
  { value: 'trends', label: 'Trends' },
  { value: 'awards', label: 'Awards' },
  { value: 'charts', label: 'Charts' },
];

export const PERIODS = ['live', 'today', 'yesterday', '7days', '30days', 'last_week', 'last_month'];

export const FILTERS = [
  { value: 'disney-universal', label: 'Disney and Universal' },
  { value: 'all-parks', label: 'All parks' },
];

export const ENTITIES = [
  { value: 'parks', label: 'Parks' },
  { value: 'rides', label: 'Rides' },
];

export const CATEGORIES = [
  { value: 'parks-improving', label: 'Parks improving' },
  { value: 'parks-declining', label: 'Parks declining' },
  { value: 'rides-improving', label: 'Rides improving' },
  { value: 'rides-declining', label: 'Rides declining' },
];

export const AWARDS = [
  { value: 'longest-wait-times', label: 'Longest waits' },
  { value: 'least-reliable', label: 'Least reliable' },
];

/** The period has no entry: its default differs from tab to tab. */
export const DEFAULTS = {
  tab: 'downtime', filter: 'disney-universal', of: 'parks', sort: '', page: '1',
  category: 'parks-improving', award: 'longest-wait-times', drawer: '',
};

const WITHOUT_LIVE = ['trends', 'charts'];

export const hasLive = (tab) => !WITHOUT_LIVE.includes(tab);

/** The period asked for; a tab that has no live shows its default instead. */
export function periodOf(state) {
  const tab = state.get('tab');
  const given = state.get('period');
  return given && (given !== 'live' || hasLive(tab)) ? given : tab === 'trends' ? '7days' : 'today';
}

const pageOf = (state) => Math.max(1, Math.trunc(Number(state.get('page'))) || 1);

const RANKINGS = { downtime: 'downtime', waits: 'waittimes' };
const CHARTS = { 'downtime/parks': 'parks', 'downtime/rides': 'rides', 'waits/parks': 'waittimes', 'waits/rides': 'ridewaittimes' };

function path(state) {
  switch (state.get('tab')) {
    case 'trends': return ['/api/trends', { category: state.get('category') }];
    case 'awards': return [`/api/trends/${state.get('award')}`, { entity: state.get('of') }];
    default: return [`/api/${state.get('of')}/${RANKINGS[state.get('tab')]}`, { sort_by: state.get('sort') }];
  }
}

/** Addresses of the table of the present tab: as JSON, and the same rows as CSV; none for the charts. */
export function tableAddresses(state) {
  if (!TABS.some(({ value }) => value === state.get('tab')) || state.get('tab') === 'charts') {
    return { json: null, csv: null };
  }
  const [where, own] = path(state);
  const offset = (pageOf(state) - 1) * PAGE_ROWS;
  const query = { ...own, period: periodOf(state), filter: state.get('filter'), limit: PAGE_ROWS, offset: offset || null };
  return { json: address(where, query), csv: address(`${where}.csv`, query) };
}

/** The series of the same rows, one request for all of them; live rows have today's. */
export function seriesAddress(state) {
  const type = CHARTS[`${state.get('tab')}/${state.get('of')}`];
  const period = periodOf(state);
  return type
    ? address('/api/trends/chart-data', {
        type, period: period === 'live' ? 'today' : period, filter: state.get('filter'), limit: PAGE_ROWS,
        offset: (pageOf(state) - 1) * PAGE_ROWS || null,
      })
    : null;
}
