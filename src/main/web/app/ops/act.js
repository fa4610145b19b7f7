// What an administrator does to keys: asked of the API, told in a line, and known to the page by the event "acted".
import { ask } from '../shared/api.js';
import { announce } from '../shared/announce.js';

async function attempt(host, said, deed) {
  try {
    const result = await deed();
    announce(said);
    host.dispatchEvent(new CustomEvent('acted', { bubbles: true }));
    return result;
  } catch (failure) {
    announce(failure.message, 'error');
    return null;
  }
}

/** Asks for a refresh run; the address to follow it at, or null if it was refused. body as POST refresh takes it. */
export async function refresh(host, body) {
  const answer = await attempt(host, 'A refresh run is on its way.', () => ask('/api/admin/refresh', { method: 'POST', body }));
  return answer?.headers.get('Location') ?? null;
}

export function pauseKey(host, key, paused) {
  return attempt(host, paused ? `${key} is paused.` : `${key} is refreshed again.`, () =>
    ask(`/api/admin/views/${encodeURIComponent(key)}`, { method: 'PATCH', body: { paused } }));
}

export function pauseAll(host, reason) {
  return attempt(host, 'Refreshing is paused.', () =>
    ask('/api/admin/refreshing', { method: 'PATCH', body: reason ? { paused: true, reason } : { paused: true } }));
}
