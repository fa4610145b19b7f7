// The one way to the API: JSON in and out, problems (RFC 9457) as errors, a token if one was given.

const TOKEN = 'marquee-token';

/** An answer that says no: the problem document, and when to ask again. */
export class ApiProblem extends Error {
  constructor(status, problem, headers) {
    super(problem.detail || problem.title || `The service answered ${status}.`);
    this.status = status;
    this.problem = problem;
    this.code = (problem.type || '').split('#').pop();
    this.retryAfter = Number(headers.get('Retry-After')) || null;
  }
}

/** No answer at all. */
class Unreachable extends Error {
  constructor() {
    super('The service cannot be reached.');
    this.status = 0;
    this.code = 'unreachable';
  }
}

/** The token of a program, kept as long as the tab. */
export const token = {
  get: () => sessionStorage.getItem(TOKEN),
  set: (value) => sessionStorage.setItem(TOKEN, value),
  forget: () => sessionStorage.removeItem(TOKEN),
};

function headersOf(body, extra) {
  const headers = { Accept: 'application/json, application/problem+json', ...extra };
  if (token.get()) {
    headers.Authorization = `Bearer ${token.get()}`;
  }
  if (body !== undefined && !(body instanceof URLSearchParams)) {
    headers['Content-Type'] = 'application/json';
  }
  return headers;
}

async function document(response) {
  const text = await response.text();
  if (!text) {
    return {};
  }
  try {
    return JSON.parse(text);
  } catch {
    return { title: `The service answered ${response.status}`, detail: 'What came back is not JSON.' };
  }
}

/**
 * Asks for a path. A body is sent as JSON, or as a form if it is URLSearchParams. Reading goes through the browser's
 * cache with the ETag, so what has not changed costs a 304.
 * Returns { data, headers, status }. Throws ApiProblem, Unreachable, or AbortError.
 */
export async function ask(path, { method = 'GET', body, signal, headers } = {}) {
  let response;
  try {
    response = await fetch(path, {
      method,
      signal,
      cache: method === 'GET' ? 'no-cache' : 'no-store',
      // What was tapped just before leaving the page is done all the same.
      keepalive: method !== 'GET' && body === undefined,
      headers: headersOf(body, headers),
      body: body === undefined || body instanceof URLSearchParams ? body : JSON.stringify(body),
    });
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    throw new Unreachable();
  }
  const data = await document(response);
  if (!response.ok) {
    throw new ApiProblem(response.status, data, response.headers);
  }
  return { data, headers: response.headers, status: response.status };
}

/** A path with its query: empty values are left out, the order is that of the object. */
export function address(path, query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return given.length ? `${path}?${new URLSearchParams(given)}` : path;
}
