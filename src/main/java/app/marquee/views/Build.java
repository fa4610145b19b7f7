package app.marquee.views;

import java.time.Instant;

/**
 * One immutable result of a key, without its body.
 *
 * @param etag hash of the body, which holds neither {@code generated_at} nor {@code data_as_of}
 * @param recordCount rows of the body; 1 for a document
 * @param asOf newest source fact included; null before the first
 * @param generatedAt database time at which its SQL ran
 * @param checkedAt database time of the newest snapshot at which it was known to be right
 * @param builtFor the {@code :now} of that snapshot's run
 * @param generation number of the publish that last touched it
 */
public record Build(
    Key key,
    String etag,
    int recordCount,
    Instant asOf,
    Instant generatedAt,
    Instant checkedAt,
    Instant builtFor,
    int generationTimeMs,
    long generation,
    long sourceVersion,
    String definitionHash,
    long bytes) {}
