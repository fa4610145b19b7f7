/**
 * Theme parks: which are broken or crowded, now and over time.
 *
 * <p>Facts come in as snapshots (what a ride said at an instant) through {@link
 * app.marquee.parks.SnapshotIngest}, the only writer. In its transaction they are rolled up to
 * {@code ride_hour} and {@code ride_day}; both, and {@code park_open} of each snapshot, are a pure
 * function of the sets of snapshots, schedules, parks and rides: late, repeated and unordered input
 * ends in the same tables.
 *
 * <p>Who races whom: two transactions may insert snapshots of one park at a time. Each takes the
 * park's row before it rolls up and keeps it until its commit, so the later one sees what the
 * earlier one wrote. The version is bumped last.
 *
 * <p>Every number comes from the statements under {@code sql/parks/}; what is down, open, eligible
 * and a window is defined there once, in files that others include.
 */
package app.marquee.parks;
