// The facts behind every component of a film's score, with the formula that makes the component of them.
import { html } from 'lit';
import { number } from '../shared/format.js';
import { CRITERIA } from './words.js';

const known = (value) => value !== null && value !== undefined;
const fact = (label, value, unit) => ({ label, value: known(value) ? `${value}${unit}` : 'not known, counts 0' });
const dollars = (value) => (known(value) ? `$${number(value)}` : 'not known');

const FACTS = {
  popular_opinion: (of) => ({
    facts: [
      fact('TMDB', known(of.tmdb_rating) ? number(of.tmdb_rating, 1) : null, ' of 10'),
      fact('IMDb', known(of.imdb_rating) ? number(of.imdb_rating, 1) : null, ' of 10'),
      fact('Metascore', of.metascore, ' of 100'), fact('Tomatometer', of.tomatometer, ' of 100'),
      { label: 'Votes, which do not count', value: `${number(of.imdb_votes)} at IMDb, ${number(of.tmdb_votes)} at TMDB` },
    ],
    formula: 'a quarter of each of the four, out of 100',
  }),
  industry_recognition: (of) => ({
    facts: [{ label: 'Wins', value: number(of.wins) }, { label: 'Nominations, wins included', value: number(of.nominations) }],
    formula: '20 for each win and 5 for each nomination, 100 at most',
  }),
  cultural_impact: (of) => ({
    facts: [{ label: 'Other lists it is on', value: number(of.other_lists) },
      fact('Popularity at TMDB', known(of.popularity) ? number(of.popularity, 1) : null, '')],
    formula: '10 for each list, and 100 × ln(popularity + 1) ÷ ln 1001, 100 at most together',
  }),
  people_quality: (of) => ({
    facts: [{ label: 'People in its credits', value: number(of.people) }],
    formula: 'the average of what their films have been given, each person once, the list left out',
  }),
  financial_success: (of) => ({
    facts: [{ label: 'Budget', value: dollars(of.budget) }, { label: 'Worldwide revenue', value: dollars(of.revenue) }],
    formula: of.budget || !of.revenue
      ? '60 × ln(revenue + 1) ÷ ln 10⁹ and 40 × revenue ÷ budget, each with its most; 0 where revenue is not known'
      : '60 × ln(revenue + 1) ÷ ln 10⁹, since the budget is not known',
  }),
};

/** A film's inputs, criterion by criterion. */
export function inputs(film) {
  return html`<div class="inputs">${CRITERIA.map(({ criterion, label }) => {
    const { facts, formula } = FACTS[criterion](film.inputs[criterion]);
    const raw = film.breakdown.find((one) => one.criterion === criterion)?.raw_score;
    return html`<section class="card">
      <h4 class="row between"><span>${label}</span><span class="num">${number(raw, 1)}</span></h4>
      <dl class="film-facts">${facts.map(({ label: name, value }) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
      <p class="small soft">${formula}</p>
    </section>`;
  })}</div>`;
}
