package app.marquee.views;

import java.time.Instant;

/**
 * One state of the database that all builds of a feature in a run read.
 *
 * @param name what {@code pg_export_snapshot} called it
 * @param takenAt database time
 * @param asOf newest source fact in it; null before the first
 * @param now the {@code :now} of every statement that reads it
 */
record Snapshot(String name, Instant takenAt, long version, Instant asOf, Instant now) {}
