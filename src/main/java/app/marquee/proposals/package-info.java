/**
 * Film nights: who proposes what, who votes for it, the rounds that choose, and what was watched.
 *
 * <p>A proposal is {@code OPEN → SELECTED | WATCHED | WITHDRAWN | REMOVED}, {@code SELECTED →
 * WATCHED | WITHDRAWN | REMOVED}; nothing leads back. Reading it never calls anybody: what
 * providers told of a film is a row that {@code proposals.metadata} keeps, its poster one of {@code
 * proposals.posters}.
 */
package app.marquee.proposals;
