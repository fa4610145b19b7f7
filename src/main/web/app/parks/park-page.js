// One park: how it is now, how it was in a period, and why.
import { html, nothing } from 'lit';
import { fill } from '../shared/shell.js';
import { Light } from '../shared/element.js';
import { Live } from '../shared/live.js';
import { UrlState } from '../shared/url-state.js';
import { address } from '../shared/api.js';
import { capital, hours, minutes, number, percent } from '../shared/format.js';
import { empty, shown } from '../shared/states.js';
import { tools } from '../shared/tools.js';
import '../shared/freshness.js';
import { crumbs, figures, idOf, notFound, periodBar, windowWords } from './place.js';
import { parkChart } from './park-chart.js';
import { rideList, sessions, statusNow, tiers } from './park-sections.js';
import { shameBreakdown, shameScore } from './shame-breakdown.js';

const PERIODS = ['live', 'today', 'yesterday', '7days', '30days', 'last_week', 'last_month'];

const RULES = {
  DOWN_ONLY: 'Only what the feed calls down counts as down; a planned closure does not.',
  DOWN_AND_CLOSED: 'What the feed calls down counts as down, and so does a closure in the middle of the day.',
};

class ParkPage extends Light {
  state = new UrlState(this, { period: 'today', chart: 'shame' });
  details = new Live(this);
  former = new Live(this);
  rides = new Live(this);
  id = idOf(location.pathname);

  render() {
    const period = this.state.get('period');
    const details = `/api/parks/${this.id}/details`;
    this.details.show(address(details, { period }), { keep: true });
    this.former.show(period === 'today' ? address(details, { period: 'yesterday' }) : null);
    this.rides.show(`/api/parks/${this.id}/rides`);
    if (this.details.problem?.status === 404) {
      return notFound('park', this.id);
    }
    return html`<div class="stack">
      ${this.details.data ? this.head(this.details.data) : this.waitingHead()}
      ${periodBar({ state: this.state, periods: PERIODS, zone: this.zone })}
      ${shown(this.details, (details) => this.body(details), 12)}
    </div>`;
  }

  /** The zone stays known while another period is being asked for. */
  get zone() {
    this.known = this.details.data?.park ?? this.known;
    return this.known?.timezone;
  }

  updated() {
    if (this.details.data) {
      document.title = `${this.details.data.park.park_name} · Marquee`;
    }
  }

  waitingHead() {
    return html`<div>${crumbs([{ label: 'Parks', href: '/' }, { label: this.known?.park_name ?? 'Park' }])}
      <h1 class="page-title">${this.known?.park_name ?? `Park ${this.id}`}</h1></div>`;
  }

  head({ park, current_status: now }) {
    return html`<div>
      ${crumbs([{ label: 'Parks', href: '/' }, { label: park.park_name }])}
      <div class="page-head place-head">
        <div>
          <h1 class="page-title">${park.park_name}</h1>
          <p class="soft">${[park.location, park.operator, `times in ${park.timezone}`].filter(Boolean).join(' · ')}
            ${park.queue_times_url
              ? html` · <a href=${park.queue_times_url} rel="noreferrer">on Queue-Times.com</a>` : nothing}</p>
        </div>
        <div class="place-state">
          <span class="state ${now.park_is_open ? 'good' : 'soft'}">${now.park_is_open ? 'Open now' : 'Closed now'}</span>
          <m-freshness .of=${this.details.freshness}></m-freshness>
        </div>
      </div>
    </div>`;
  }

  body(details) {
    const { park, shame_breakdown: shame, window, period } = details;
    const outOf = 'Ten times the weighted share of open minutes that rides were down';
    return html`
      <p class="note small">${windowWords({ period, window, zone: park.timezone })} ${RULES[park.down_rule] ?? ''}</p>
      ${details.empty_reason ? empty(`${capital(details.empty_reason)}.`) : figures('The period in figures', [
        { label: 'Shame score, of 10', value: shameScore(shame.shame_score), title: outOf },
        { label: 'Downtime, all rides', value: hours(shame.total_downtime_hours) },
        { label: 'Uptime', value: percent(shame.uptime_percentage) },
        { label: 'Rides with downtime', value: `${number(shame.rides_down)} of ${number(shame.total_rides)}` },
        { label: 'Average wait', value: minutes(shame.avg_wait_time) },
        { label: 'Longest wait', value: minutes(shame.peak_wait_time) },
      ])}
      ${parkChart({ details, former: period === 'today' ? this.former.data : null, state: this.state })}
      <div class="two-columns">${statusNow(details)}${tiers(details)}</div>
      <h2>Where the shame comes from</h2>
      ${shameBreakdown(details)}
      ${sessions(details)}
      ${shown(this.rides, (rides) => rideList(rides, park.timezone), 6)}
      ${tools({ json: this.details.url, attribution: details.attribution })}`;
  }
}
customElements.define('m-park-page', ParkPage);

export function show(main) {
  fill(main, html`<m-park-page></m-park-page>`);
}
