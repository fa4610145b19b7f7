/**
 * Posters: downloaded once, made small, served by ourselves.
 *
 * <p>A poster is {@code MISSING → OK | NOT_FOUND | REFUSED | ERROR}, and any of these again; its
 * pictures stay, however a later attempt ends, until they are pruned or better ones are there.
 *
 * <p>A request reads memory or one row and never waits for anybody else's server. What it finds due
 * is fetched behind its back: once per node, because {@link
 * app.marquee.proposals.posters.PosterFetcher} knows what it is at; once in the cluster, because
 * the row is leased. Who slept past its lease stores nothing.
 *
 * <p>Nobody outside says where to connect to: the address comes from the film's metadata and must
 * pass {@link app.marquee.proposals.posters.PosterUrl}, what its name resolves to must pass {@link
 * app.marquee.proposals.posters.PublicAddress}, and the connection goes to exactly that. What comes
 * must pass {@link app.marquee.proposals.posters.PictureFormat} and is never served as it came: it
 * is decoded, scaled and encoded anew by {@link app.marquee.proposals.posters.Renditions}.
 */
package app.marquee.proposals.posters;
