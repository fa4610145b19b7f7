// What is known of a proposed film, in words: its facts, whose rating it is, and how old all of it is.
import { html, nothing } from 'lit';
import { ago, number } from '../shared/format.js';

const SOURCES = { imdb: 'IMDb', tmdb: 'TMDB', omdb: 'OMDb' };

const sourceName = (source) => SOURCES[String(source).toLowerCase()] ?? source;

export const yearOf = (proposal) => proposal.year ?? proposal.metadata?.year ?? null;

/** 1 h 53 min */
export function runtime(seconds) {
  if (!seconds) {
    return null;
  }
  const minutes = Math.round(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return hours ? `${hours} h${minutes % 60 ? ` ${minutes % 60} min` : ''}` : `${minutes} min`;
}

export function rating(film) {
  if (film?.imdb_rating === null || film?.imdb_rating === undefined) {
    return nothing;
  }
  const source = sourceName(film.rating_source ?? 'source unknown');
  const metascore = film.metascore ? ` · Metascore ${film.metascore}` : '';
  const votes = film.imdb_votes ? `, ${number(film.imdb_votes)} votes` : '';
  return html`<p class="film-rating"><span class="film-star" aria-hidden="true">★</span>
    <strong>${number(film.imdb_rating, 1)}</strong> <span class="soft">of 10 · ${source}${votes}${metascore}</span></p>`;
}

const shownFrom = (age) => (age ? ` What you see is from ${age}.` : '');

const STATES = {
  FRESH: { words: (age) => `Film data fresh, updated ${age}` },
  STALE: {
    look: 'warn',
    label: 'Film data stale',
    words: (age) => `${age ? `It is from ${age}. ` : ''}Newer data is asked for by itself.`,
  },
  MISSING: {
    look: 'info',
    label: 'Film data on its way',
    words: () => 'Nothing is known of this film yet. It is asked for in the background.',
  },
  NOT_FOUND: {
    look: 'soft',
    label: 'Film not found',
    words: (age) => `No provider of film data knows this film.${shownFrom(age)}`,
  },
  ERROR: {
    look: 'bad',
    label: 'Film data failed',
    words: (age) => `The last attempt to get it failed.${shownFrom(age)} It is tried again by itself.`,
  },
  NONE: {
    look: 'soft',
    label: 'No film data',
    words: () => 'Proposed by title, without an IMDb id: no poster, rating or plot.',
  },
};

/** How the film's data stands: a chip, and the whole sentence beside it. */
export function dataState(proposal) {
  const film = proposal.metadata;
  const name = film ? film.state : 'NONE';
  const state = STATES[name] ?? STATES.ERROR;
  const age = film?.cached_at ? ago(Date.now() - Date.parse(film.cached_at)) : null;
  return html`<p class="film-state small soft" data-state=${name}>${name === 'FRESH'
    ? state.words(age)
    : html`<span class="state ${state.look}">${state.label}</span> ${state.words(age)}`}</p>`;
}

/** Who told us of the films that are shown, as their terms ask. */
export function attribution(proposals) {
  const told = new Set(proposals.map((proposal) => proposal.metadata?.provider).filter(Boolean));
  const lines = [];
  if (told.has('imdbapi') || told.has('offline')) {
    lines.push('Film facts: IMDb');
  }
  if (told.has('omdb')) {
    lines.push('Film facts: OMDb, CC BY-NC 4.0');
  }
  if (told.has('tmdb')) {
    lines.push('This product uses the TMDB API but is not endorsed or certified by TMDB');
  }
  return lines.join(' · ');
}
