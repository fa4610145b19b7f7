// Who is looking, asked once and told to whoever wants to know.
import { address, ask, token } from './api.js';

const NOBODY = { logged_in: false, roles: [] };
const watchers = new Set();
let present = null;
let asking = null;

/** { logged_in, kind, name, member_id, roles, registration, replay_from } as GET /api/session answers. A token that is no longer good is forgotten. */
export function session() {
  asking ??= ask('/api/session')
    .catch((failure) => {
      if (failure.status === 401 && token.get()) {
        token.forget();
        return ask('/api/session');
      }
      throw failure;
    })
    .then(({ data }) => data, () => NOBODY)
    .then((data) => {
      present = { ...NOBODY, ...data };
      watchers.forEach((watcher) => watcher());
      return present;
    });
  return asking;
}

/** Asks again, after a log-in, a log-out or a token. */
export function renew() {
  asking = null;
  return session();
}

/** Throws ApiProblem: 401 for a wrong name or password, 429 when guessed too often. */
export async function logIn(name, password) {
  await ask('/api/login', { method: 'POST', body: new URLSearchParams({ name, password }) });
  return renew();
}

export async function register(name, password) {
  await ask('/api/members', { method: 'POST', body: { name, password } });
  return logIn(name, password);
}

export async function logOut() {
  if (token.get()) {
    token.forget();
  } else {
    await ask('/api/logout', { method: 'POST' });
  }
  return renew();
}

/** Uses a program's token for this tab. Throws ApiProblem 401 if it is none. */
export async function useToken(value) {
  await ask(address('/api/session'), { headers: { Authorization: `Bearer ${value}` } });
  token.set(value);
  return renew();
}

/** A Lit controller: `who` is the session, null until known. */
export class Session {
  constructor(host) {
    this.host = host;
    this.changed = () => host.requestUpdate();
    host.addController(this);
  }

  hostConnected() {
    watchers.add(this.changed);
    session();
  }

  hostDisconnected() {
    watchers.delete(this.changed);
  }

  get who() {
    return present;
  }

  can(...roles) {
    return roles.some((role) => present?.roles.includes(role));
  }
}
