// Who tells us facts, and how well they do: park providers and film metadata providers.
import { html, nothing } from 'lit';
import { Light } from '../shared/element.js';
import { Live } from '../shared/live.js';
import { ago, dateTime, number, percent, words } from '../shared/format.js';
import { empty, shown } from '../shared/states.js';
import { table } from '../shared/table.js';

const since = (instant) => (instant ? ago(Date.now() - Date.parse(instant)) : 'never');

class Providers extends Light {
  parks = new Live(this, { every: 10_000 });
  metadata = new Live(this, { every: 10_000 });
  cache = new Live(this, { every: 10_000 });

  render() {
    this.parks.show('/api/admin/providers');
    this.metadata.show('/api/admin/metadata/providers');
    this.cache.show('/api/stats/metadata-cache');
    return html`<div class="stack">
      <section class="stack" aria-labelledby="park-providers"><h2 id="park-providers">Theme parks</h2>
        ${shown(this.parks, ({ providers }) => (providers.length ? providers.map((one) => this.park(one))
          : empty('No provider is asked for wait times. Settings MARQUEE_PARKS_COLLECT_… name the parks to ask for.')), 2)}
      </section>
      <section class="stack" aria-labelledby="film-providers"><h2 id="film-providers">Film metadata</h2>
        ${shown(this.metadata, ({ providers }) => this.films(providers), 2)}
        ${shown(this.cache, (cache) => this.kept(cache), 2)}
      </section>
    </div>`;
  }

  park(provider) {
    const cycle = provider.last_cycle;
    return html`<article class="card stack"><div class="row between"><h3>${provider.name}</h3>
        <span class="state ${provider.silent ? 'bad' : 'good'}">${provider.silent ? 'silent' : 'delivers'}</span></div>
      <p>${number(provider.parks_configured)} parks asked for; something new came ${since(provider.last_delivery_at)}.
        ${cycle ? html`Last cycle ${dateTime(cycle.slot)}: ${words(cycle.status)}.` : 'No cycle yet.'}</p>
      ${provider.failures?.length ? html`<ul class="failures">${provider.failures.map((failure) => html`<li>
        <strong>${failure.park}</strong> ${failure.message} <span class="soft">${since(failure.at)}</span></li>`)}</ul>` : nothing}
    </article>`;
  }

  films(rows) {
    return table({
      caption: 'Providers of film metadata, in the order they are asked', rows, rowKey: (row) => row.provider, rowHeader: 'provider',
      columns: [
        { key: 'provider', label: 'Provider' },
        { key: 'breaker', label: 'State', cell: (row) => this.breaker(row) },
        { key: 'used', label: 'Calls today', numeric: true, cell: (row) => `${number(row.used)}${row.budget ? ` of ${number(row.budget)}` : ''}` },
      ],
    });
  }

  breaker(row) {
    if (row.paused_until) {
      return html`<span class="state warn">paused</span><span class="sub">until ${dateTime(row.paused_until)}: ${words(row.pause_reason)}</span>`;
    }
    const open = row.breaker && row.breaker.toLowerCase() !== 'closed';
    return html`<span class="state ${open ? 'bad' : 'good'}">${open ? words(row.breaker.toLowerCase()) : 'works'}</span>`;
  }

  kept(cache) {
    return html`<p class="soft">Of ${number(cache.total)} films ${number(cache.valid_cache)} are known and fresh,
      ${number(cache.stale_cache)} known and old, ${number(cache.no_cache)} unknown, ${number(cache.not_found)} not found,
      ${number(cache.erroring)} failing; ${cache.hit_rate === null ? 'none was shown yet' : `${percent(cache.hit_rate * 100)} of those shown were known`}.</p>`;
  }
}
customElements.define('m-providers', Providers);
