// One ride: how it is now, and its hours or days in a period with every outage.
import { html, nothing } from 'lit';
import { fill } from '../shared/shell.js';
import { Light } from '../shared/element.js';
import { Live } from '../shared/live.js';
import { UrlState } from '../shared/url-state.js';
import { address } from '../shared/api.js';
import { capital, dateTime, hours, minutes, number, percent, words } from '../shared/format.js';
import { empty, shown } from '../shared/states.js';
import { tools } from '../shared/tools.js';
import '../shared/freshness.js';
import { crumbs, figures, idOf, notFound, periodBar, windowWords } from './place.js';
import { hourly, outages, rideChart } from './ride-sections.js';
import { statusBadge } from './status.js';

const PERIODS = ['today', 'yesterday', '7days', '30days', 'last_week', 'last_month'];

class RidePage extends Light {
  state = new UrlState(this, { period: 'today', chart: 'wait' });
  details = new Live(this);
  id = idOf(location.pathname);

  render() {
    this.details.show(address(`/api/rides/${this.id}/details`, { period: this.state.get('period') }), { keep: true });
    if (this.details.problem?.status === 404) {
      return notFound('ride', this.id);
    }
    this.known = this.details.data?.ride ?? this.known;
    return html`<div class="stack">
      ${this.head(this.known)}
      ${periodBar({ state: this.state, periods: PERIODS, zone: this.known?.timezone })}
      ${shown(this.details, (details) => this.body(details), 12)}
    </div>`;
  }

  updated() {
    if (this.known) {
      document.title = `${this.known.ride_name} · Marquee`;
    }
  }

  /** The ride stays known while another period is being asked for. */
  head(ride) {
    const park = ride ? [{ label: ride.park_name, href: `/parks/${ride.park_id}` }] : [];
    return html`<div>
      ${crumbs([{ label: 'Parks', href: '/' }, ...park, { label: ride?.ride_name ?? 'Ride' }])}
      <div class="page-head place-head">
        <div>
          <h1 class="page-title">${ride?.ride_name ?? `Ride ${this.id}`}</h1>
          ${ride ? this.about(ride) : nothing}
        </div>
        ${this.details.data ? html`<div class="place-state">${this.now(this.details.data)}
          <m-freshness .of=${this.details.freshness}></m-freshness></div>` : nothing}
      </div>
    </div>`;
  }

  about(ride) {
    const known = [capital(words(ride.category).toLowerCase()), ride.land_area, ride.tier ? `tier ${ride.tier}` : 'no tier',
      `its minutes count × ${ride.weight}`, `times in ${ride.timezone}`];
    return html`<p class="soft">${known.filter(Boolean).join(' · ')}
      ${ride.queue_times_url ? html` · <a href=${ride.queue_times_url} rel="noreferrer">on Queue-Times.com</a>` : nothing}</p>`;
  }

  now({ current_status: now }) {
    return now
      ? html`${statusBadge(now.current_status)}${now.current_wait_time === null
          ? nothing : html`<strong>${minutes(now.current_wait_time)} wait</strong>`}`
      : html`<span class="state soft">Nothing heard for 2 hours</span>`;
  }

  body(details) {
    const { ride, summary, window, period } = details;
    return html`
      <p class="note small">${windowWords({ period, window, zone: ride.timezone })}
        Last seen operating ${ride.last_operated_at ? dateTime(ride.last_operated_at, ride.timezone) : 'never'}.</p>
      ${details.empty_reason ? empty(`${capital(details.empty_reason)}.`) : figures('The period in figures', [
        { label: 'Downtime', value: hours(summary.total_downtime_hours) },
        { label: 'Outages', value: number(summary.downtime_events) },
        { label: 'Uptime', value: percent(summary.uptime_percentage) },
        { label: 'Operated', value: hours(summary.total_operating_hours) },
        { label: 'Park open', value: hours(summary.total_open_hours) },
        { label: 'Average wait', value: minutes(summary.avg_wait_time) },
        { label: 'Longest wait', value: minutes(summary.peak_wait_time) },
      ])}
      ${details.empty_reason ? nothing : rideChart({ details, state: this.state })}
      ${details.empty_reason && !details.downtime_events.length ? nothing : outages(details)}
      ${hourly(details)}
      ${tools({ json: this.details.url, attribution: details.attribution })}`;
  }
}
customElements.define('m-ride-page', RidePage);

export function show(main) {
  fill(main, html`<m-ride-page></m-ride-page>`);
}
