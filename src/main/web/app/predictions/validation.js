// How well a profile does in hindsight: of a decade's films on the list, how many does it rank that high?
import { html, nothing } from 'lit';
import { address } from '../shared/api.js';
import '../shared/freshness.js';
import { number, percent } from '../shared/format.js';
import { Live } from '../shared/live.js';
import { empty } from '../shared/states.js';
import { tools } from '../shared/tools.js';
import { beside, besideVotes, intervalChart, intervalWords, legend } from './interval.js';
import { Part } from './part.js';
import { stateOf } from './view-state.js';
import { films, fewFilms } from './words.js';

class Validation extends Part {
  validation = new Live(this);

  documents() {
    this.validation.show(address('/api/predictions/validation', { profile: this.page.slug }));
    return [this.validation];
  }

  render() {
    const { page, validation } = this;
    const name = page.nameOf(page.slug);
    const about = {
      page, what: `The validation of ${name}`, key: `predictions_validation_all_${page.slug}`,
      scope: {}, label: 'Everything of the films', lines: 8,
    };
    return html`<div class="stack">
      <m-freshness .of=${validation.freshness}></m-freshness>
      ${stateOf(validation, about, (data) => this.draw(data, name))}
      ${validation.data
        ? tools({ json: validation.url, attribution: 'Computed from the film facts imported into this service.' }) : nothing}
    </div>`;
  }

  draw(data, name) {
    if (data.empty_reason) {
      return empty(`There is nothing to compare with: ${data.empty_reason}.`);
    }
    const { overall, algorithm_info: made } = data;
    return html`<p class="note">A decade has N films on <code>${made.list}</code>. ${name} ranks all candidates;
        how many of its first N are on the list?
        Beside it stand the N most voted for, which needs no scoring, and luck.
        Votes and awards are as of today, so this is agreement, not foresight.</p>
      ${made.in_sample ? html`<p class="note"><strong>These weights were learned from this list</strong>,
        which flatters them here.</p>` : nothing}
      <h2>All decades</h2>
      <div class="overall">${pooled(overall)}${mean(overall)}</div>
      <h2>By decade</h2>
      ${legend()}
      <div class="cards">${data.data.map((row) => this.decade(row))}</div>`;
  }

  decade(row) {
    const heading = html`<h3 class="row between"><span>${row.decade}s</span>
      <span class="num">${percent(row.accuracy_percentage)}</span></h3>`;
    if (row.accuracy_percentage === null) {
      return html`<section class="card stack tight">${heading}
        <p class="soft">No film of this decade is on the list, so there is nothing to measure
          (${films(row.total_candidates)} known).</p></section>`;
    }
    const figures = { accuracy: row.accuracy_percentage, interval: row.interval,
      baseline: row.baseline_accuracy_percentage, random: row.random_accuracy_percentage };
    const label = `${row.decade}s: found ${percent(figures.accuracy)}, interval ${intervalWords(row.interval)}, `
      + `votes ${percent(figures.baseline)}, luck ${percent(figures.random)}`;
    return html`<section class="card stack tight" data-decade=${row.decade}>${heading}
      <p>${number(row.correctly_predicted)} of ${number(row.total_on_list)} found;
        ${besideVotes(figures.accuracy, figures.baseline)}.</p>
      ${intervalChart({ ...figures, label })}${beside(figures)}${fewFilms(row.total_on_list)}
      ${this.mistakes('On the list, not found', row.missed, row.missed_count)}
      ${this.mistakes('Found, not on the list', row.false_positives, row.false_positive_count)}
    </section>`;
  }

  mistakes(heading, some, count) {
    const { state } = this.page;
    return html`<details class="mistakes"><summary>${heading}: ${number(count)}</summary>
      ${some.length ? html`<ol>${some.map(({ movie_id: id, title, year, total_score: score }) => html`<li>
          <a href=${state.href({ film: id })} @click=${(event) => state.follow(event, { film: id })}>${title}</a>
          <span class="soft">${year}, score ${number(score, 1)}</span></li>`)}</ol>
        ${count > some.length
          ? html`<p class="small soft">The first ${some.length} of ${number(count)}, best first.</p>`
          : nothing}`
        : html`<p class="soft">None.</p>`}
    </details>`;
  }
}
customElements.define('m-validation', Validation);

function pooled(overall) {
  const figures = {
    accuracy: overall.pooled_accuracy_percentage, interval: overall.pooled_interval,
    baseline: overall.pooled_baseline_accuracy_percentage, random: overall.pooled_random_accuracy_percentage,
  };
  return html`<section class="card stack tight"><h3 class="row between"><span>Pooled</span>
    <span class="num">${percent(figures.accuracy)}</span></h3>
    <p>${number(overall.correctly_predicted)} of ${number(overall.total_on_list)} found,
      all decades' films taken together;
      ${besideVotes(figures.accuracy, figures.baseline)}.</p>
    ${intervalChart({ ...figures,
      label: `Pooled: found ${percent(figures.accuracy)}, interval ${intervalWords(figures.interval)}` })}
    ${beside(figures)}</section>`;
}

function mean(overall) {
  const figures = {
    accuracy: overall.mean_of_decades_accuracy_percentage, interval: null,
    baseline: overall.mean_of_decades_baseline_accuracy_percentage, random: overall.mean_of_decades_random_accuracy_percentage,
  };
  return html`<section class="card stack tight"><h3 class="row between"><span>Mean of decades</span>
    <span class="num">${percent(figures.accuracy)}</span></h3>
    <p>The average over ${number(overall.decades_analyzed)} decades, each counting alike however few its films;
      ${besideVotes(figures.accuracy, figures.baseline)}.</p>
    ${intervalChart({ ...figures, label: `Mean of decades: found ${percent(figures.accuracy)}` })}
    ${beside(figures)}</section>`;
}
