package app.marquee.imports;

import java.time.Instant;
import java.util.List;

/**
 * What became of a file: {@code read = inserted + updated + unchanged + rejected + skipped}.
 *
 * @param read lines with something on them
 * @param corrected lines taken without a value that cannot be, such as a negative wait
 * @param skipped lines of things that are none of ours, such as television among all titles
 * @param unknownColumns columns nobody asked for, in order of appearance
 * @param errors the first hundred rejected lines, and where reading broke off if it did
 * @param complete false when the file could not be read to its end
 * @param asOf the newest {@code recorded_at} inserted, null if none was
 */
public record ImportReport(
    long read,
    long inserted,
    long updated,
    long unchanged,
    long rejected,
    long corrected,
    long skipped,
    List<String> unknownColumns,
    List<Rejected> errors,
    boolean complete,
    Instant asOf) {

  /** A line that was not taken, counted from 1 with the header, and why. */
  public record Rejected(long line, String reason) {}
}
