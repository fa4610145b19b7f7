// What can be searched: parks and rides from the index, asked for once; films by their title from the rankings of all decades.
import { address, ask } from '../shared/api.js';

const PER_DECADE = 3;
let asked = null;

/** { parks, rides }. Asked again after a failure. */
export function index() {
  asked ??= ask('/api/search/index').then(
    ({ data }) => ({ parks: data.parks, rides: data.rides }),
    (failure) => {
      asked = null;
      throw failure;
    }
  );
  return asked;
}

let decadesAsked = null;

function decades() {
  decadesAsked ??= ask('/api/decades').then(
    ({ data }) => data.decades.filter((decade) => decade.record_count).map(({ decade }) => decade),
    () => {
      decadesAsked = null;
      return [];
    }
  );
  return decadesAsked;
}

async function ofDecade(decade, title, signal) {
  const { data } = await ask(address('/api/predictions', { decade, q: title, limit: PER_DECADE }), { signal });
  return (data.data ?? []).map((film) => ({
    id: film.movie_id, name: film.title, where: String(film.year), url: address('/predictions', { decade, film: film.movie_id }),
  }));
}

/** Films whose title contains it; of a decade that does not answer, none. */
export async function films(title, signal) {
  const all = await Promise.allSettled((await decades()).map((decade) => ofDecade(decade, title, signal)));
  return all.flatMap((one) => one.value ?? []);
}
