// A decade's films, best first, under a saved profile or under the weights of the sliders.
import { html, nothing } from 'lit';
import { address } from '../shared/api.js';
import { choices, currentInSight, tabs } from '../shared/choices.js';
import '../shared/freshness.js';
import { number, percent } from '../shared/format.js';
import { Live } from '../shared/live.js';
import { empty, skeleton } from '../shared/states.js';
import { tools } from '../shared/tools.js';
import { Part } from './part.js';
import { Preview } from './preview.js';
import { pager, rankingTable } from './rows.js';
import { stateOf } from './view-state.js';
import './weighing.js';
import { read } from './weights.js';

const SIZE = 25;
const ALL_ROWS = 1000;
const TYPING = 300;
const STATUSES = [
  { value: 'all', label: 'All' }, { value: 'future_prediction', label: 'Future predictions' },
  { value: 'already_added', label: 'On the list' },
];

class Ranking extends Part {
  ranking = new Live(this);
  preview = new Preview(this);

  asked() {
    const { state, slug } = this.page;
    const number = Math.max(1, Math.floor(Number(state.get('page'))) || 1);
    return { decade: state.get('decade'), profile: slug, status: state.get('status'), q: state.get('q'),
      page: number, percent: read(state.get('weights')) };
  }

  /** Under other weights the saved ranking is asked for whole: it is what the rows are compared with. */
  documents() {
    const { decade, profile, status, q, page, percent: weighed } = this.asked();
    if (this.ranking.data && this.query.limit === SIZE) {
      this.lastShown = this.ranking.data;
    }
    this.query = weighed
      ? { decade, profile, limit: ALL_ROWS }
      : { decade, profile, status: status === 'all' ? null : status, q, limit: SIZE,
        offset: page > 1 ? (page - 1) * SIZE : null };
    this.ranking.show(address('/api/predictions', this.query));
    this.preview.show(weighed, decade, Math.min(ALL_ROWS, page * SIZE));
    return [this.ranking];
  }

  updated() {
    currentInSight(this);
    const rows = this.preview.data?.data ?? null;
    if (rows !== this.page.preview && (rows || this.page.preview)) {
      this.page.showPreview(rows);
    }
  }

  render() {
    const { page } = this;
    const asked = this.asked();
    const options = page.decades.length ? page.decades.map(({ decade, period }) => ({ value: String(decade), label: period }))
      : [{ value: asked.decade, label: `${asked.decade}s` }];
    return html`<div class="stack">
      <m-weighing .page=${page} .percent=${asked.percent}></m-weighing>
      ${tabs({ label: 'Decade', options, state: page.state, name: 'decade', clears: { page: null, film: null } })}
      ${asked.percent ? this.previewed(asked) : this.saved(asked)}
    </div>`;
  }

  filters({ status, q }) {
    const { state } = this.page;
    return html`<div class="row between filters">
      ${choices({ label: 'Status', options: STATUSES, value: status, pick: (value) => state.set({ status: value, page: null }) })}
      <label class="field inline"><span>Title contains</span>
        <input type="search" maxlength="100" .value=${q} @input=${this.typed} autocomplete="off" spellcheck="false"></label>
    </div>`;
  }

  typed(event) {
    clearTimeout(this.typing);
    const q = event.target.value.trim();
    this.typing = setTimeout(() => this.page.state.set({ q, page: null }, { replace: true }), TYPING);
  }

  saved(asked) {
    const { page } = this;
    const loading = this.ranking.state === 'loading' && this.lastShown;
    return html`<div class="row between"><m-freshness .of=${this.ranking.freshness}></m-freshness></div>
      ${this.filters(asked)}
      ${loading
        ? html`<div class="late stack" aria-busy="true">${this.draw(this.lastShown, asked)}</div>`
        : stateOf(this.ranking, this.about(asked), (data) => html`<div class="stack">${this.draw(data, asked)}</div>`)}
      ${this.ranking.problem?.code === 'view-missing' ? nothing : tools(this.sources())}`;
  }

  about({ decade, profile }) {
    const { page } = this;
    return {
      page, lines: 14, what: `The ranking of the ${decade}s under ${page.nameOf(profile)}`,
      key: `predictions_ranking_${decade}s_${profile}`,
      scope: { decade: Number(decade), profile }, label: `The ${decade}s under ${page.nameOf(profile)}`,
    };
  }

  sources() {
    return {
      json: this.ranking.url, csv: address('/api/predictions.csv', this.query),
      attribution: 'Scored from the film facts imported into this service; terms of their sources apply.',
    };
  }

  draw(data, asked) {
    const total = data.matching_count ?? data.record_count;
    if (data.empty_reason) {
      return empty(`Nothing is ranked here: ${data.empty_reason}.`);
    }
    return html`${figures(data.statistics)}
      ${data.data.length
        ? rankingTable({ caption: `Films of the ${asked.decade}s by likelihood`,
          rows: data.data, target: data.algorithm_info.list, state: this.page.state })
        : empty(total ? 'There are fewer pages than that.' : 'No film of this decade fits the filter.', this.widen())}
      ${pager({ state: this.page.state, page: asked.page, size: SIZE, shown: data.data.length, total })}`;
  }

  widen() {
    return html`<button type="button" class="button"
      @click=${() => this.page.state.set({ status: null, q: null, page: null })}>Show all films</button>`;
  }

  previewed(asked) {
    const { data } = this.preview;
    const known = this.ranking.data?.data;
    const saved = known && new Map(known.map((row) => [row.movie_id, row.rank]));
    const rows = data?.data.slice((asked.page - 1) * SIZE);
    return html`<div class="preview-note row between">
        <p><strong>Preview.</strong> These weights are not saved; nothing of this is stored.
          ${saved ? html`Moves are against the saved ranking of ${this.page.nameOf(asked.profile)}.`
            : this.ranking.problem
              ? html`There is no saved ranking of ${this.page.nameOf(asked.profile)} to compare with yet.`
              : nothing}</p>
      </div>
      ${this.preview.trouble() ?? nothing}
      ${data ? html`<div class="stack ${this.preview.late ? 'late' : ''}" aria-busy=${this.preview.late}>
          ${rows.length
            ? rankingTable({ caption: `Preview of the ${asked.decade}s`,
              rows, saved, target: data.algorithm_info.list, state: this.page.state })
            : empty('No film is ranked here.')}
          ${pager({ state: this.page.state, page: asked.page, size: SIZE, shown: rows.length,
            total: this.ranking.data?.record_count ?? null })}
        </div>` : this.preview.problem ? nothing : skeleton(14)}`;
  }
}
customElements.define('m-ranking', Ranking);

/** The counts of a ranking, over all its rows. */
function figures(statistics) {
  const figure = (label, value, title) => html`<div class="figure" title=${title}><dt>${label}</dt><dd>${value}</dd></div>`;
  return html`<dl class="figures">
    ${figure('Not on the list yet', number(statistics.total_candidates), 'Candidates of the decade that are not on the list')}
    ${figure('Already on the list', number(statistics.already_added_count), 'Ranked films that are on the list')}
    ${figure('Likely, 80% and more', number(statistics.high_confidence_count), 'Ranked films, whether on the list or not')}
    ${figure('Possible, 50 to 80%', number(statistics.medium_confidence_count), 'Ranked films, whether on the list or not')}
    ${figure('Average likelihood', percent(statistics.average_score), 'Over all ranked films')}
    ${figure('Median likelihood', percent(statistics.median_score), 'Over all ranked films')}
  </dl>`;
}
