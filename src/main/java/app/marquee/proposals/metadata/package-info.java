/**
 * What providers tell of proposed films: asked for in the background, kept for ever, never in the
 * way of a reader.
 *
 * <p>How the last attempt at a film ended: {@code MISSING → OK | NOT_FOUND | ERROR}, and from each
 * of those to each other. Data once there stays in all of them; whether it is fresh only {@code
 * fresh_until} tells. A film for which nobody could be asked keeps its state.
 *
 * <p>A refresh claims films by a lease ({@code MetadataStore}), asks the providers one after the
 * other ({@code Chain}) and makes one {@code Verdict} per film of their answers. An answer is
 * written only while its claim holds, so a late one never replaces a newer one. Two nodes ask for
 * one film only if the first has outlived its lease.
 *
 * <p>A call goes through {@code ProviderGuard} (turns, retries, breaker, rate, time-out, bulkhead:
 * of this node), takes one of the day's calls from {@code ProviderLedger} (of all nodes) and is
 * read within bounds by {@code AnswerReader}. What a provider says of itself (too many calls,
 * quota, key) pauses it for all nodes and is no failure of the breaker.
 */
package app.marquee.proposals.metadata;
