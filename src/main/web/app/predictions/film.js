// One film: why its likelihood is what it is.
import { html, nothing } from 'lit';
import { address } from '../shared/api.js';
import { capital, date, dateTime, number, percent, words } from '../shared/format.js';
import { Live } from '../shared/live.js';
import { empty, shown } from '../shared/states.js';
import { tools } from '../shared/tools.js';
import { inputs } from './inputs.js';
import { Part } from './part.js';
import { likelihoodBar, scoreChange, statusChip } from './rows.js';
import { criterionWords, likelihoodFormula, sourcesWords } from './words.js';

/** Properties: page, film (its id). Fires "titled" with the film's title. */
class Film extends Part {
  static properties = { film: {} };
  details = new Live(this);

  documents() {
    const { film } = this;
    this.details.show(/^\d+$/.test(film ?? '') ? address(`/api/predictions/movies/${film}`, { profile: this.page.slug }) : null);
    return [this.details];
  }

  updated() {
    const title = this.details.data?.title ?? (this.unknown() ? 'No such film' : null);
    if (title && title !== this.titled) {
      this.titled = title;
      this.dispatchEvent(new CustomEvent('titled', { detail: title }));
    }
  }

  unknown() {
    return this.details.problem?.status === 404 || !/^\d+$/.test(this.film ?? '');
  }

  render() {
    return this.unknown()
      ? empty('There is no film of this number.')
      : html`<div class="stack">${shown(this.details, (film) => this.draw(film))}${tools({ json: this.details.url })}</div>`;
  }

  draw(film) {
    if (film.total_score === null) {
      return empty(film.candidate
        ? 'This film has not been scored yet.'
        : 'This film is no candidate: its date or its details are not known, so it has no score.');
    }
    const tried = this.page.preview?.find((row) => row.movie_id === film.movie_id);
    const scored = tried ? { ...film, ...tried } : film;
    return html`${this.head(film, scored, tried)}${breakdown(scored)}
      <section class="stack tight"><h3>The facts behind it</h3>${inputs(film)}</section>
      <p class="note small">Scored ${dateTime(film.scored_at, 'UTC')}, scoring version ${film.scoring_version}.</p>`;
  }

  head(film, scored, tried) {
    const year = film.release_date ? date(film.release_date, 'UTC') : film.year;
    const about = [year, film.runtime && `${film.runtime} min`, film.original_language].filter(Boolean).join(' · ');
    const rank = tried ? number(tried.rank) : film.rank_in_decade ? number(film.rank_in_decade) : 'not ranked';
    return html`<p class="note">${about}</p>
      <div class="why">
        ${likelihoodBar(scored.likelihood_percentage)}
        <p>${statusChip(film.status)} under <strong>${tried ? 'weights not saved' : this.page.nameOf(film.profile)}</strong></p>
      </div>
      <dl class="figures">
        <div class="figure"><dt>Rank in the ${film.decade}s${tried ? ', preview' : ''}</dt><dd>${rank}</dd></div>
        <div class="figure"><dt>Score of 100</dt><dd>${number(scored.total_score, 1)}</dd></div>
        <div class="figure"><dt>Last change of the score</dt><dd>${scoreChange(scored)}</dd></div>
        <div class="figure"><dt>Rating sources known</dt><dd>${sourcesWords(film.confidence)}</dd></div>
      </dl>
      ${film.overview ? html`<p>${film.overview}</p>` : nothing}
      <p class="note small">${film.canonical_sources?.length
        ? html`On the lists ${capital(film.canonical_sources.map(words).join(', '))}.` : 'On no list.'}
        ${film.rank_as_of && !tried ? html`Rank as of ${dateTime(film.rank_as_of, 'UTC')}.` : nothing}</p>`;
  }
}
customElements.define('m-film', Film);

const share = (weight) => number(100 * weight, Number.isInteger(Math.round(1e4 * weight) / 100) ? 0 : 2, '%');

/** The criteria one below the other, adding up to the score, and the score as a likelihood. */
function breakdown(film) {
  const points = film.breakdown.reduce((sum, { weighted_points: one }) => sum + Number(one), 0);
  return html`<section class="stack tight">
    <h3>Why ${percent(film.likelihood_percentage)}</h3>
    <div class="table-box" role="region" aria-label="Points by criterion" tabindex="0"><table class="breakdown">
      <caption class="sr-only">Points by criterion</caption>
      <thead><tr><th scope="col">Criterion</th><th scope="col" class="num" title="Of 100">Raw</th>
        <th scope="col" class="num">× weight</th><th scope="col" class="num">= points</th></tr></thead>
      <tbody>${film.breakdown.map((one) => html`<tr>
        <th scope="row">${criterionWords(one.criterion)}</th>
        <td class="num">${number(one.raw_score, 1)}</td>
        <td class="num">${share(one.weight)}</td>
        <td class="num">${number(one.weighted_points, 2)}</td></tr>`)}</tbody>
      <tfoot><tr><th scope="row">Together</th><td></td>
        <td class="num">${share(film.breakdown.reduce((sum, { weight }) => sum + Number(weight), 0))}</td>
        <td class="num"><strong>${number(points, 2)}</strong></td></tr></tfoot>
    </table></div>
    <p>Rounded, a score of <strong>${number(film.total_score, 1)}</strong>.
      As a likelihood: ${likelihoodFormula(film.total_score)},
      = <strong>${percent(film.likelihood_percentage)}</strong>.</p>
  </section>`;
}
