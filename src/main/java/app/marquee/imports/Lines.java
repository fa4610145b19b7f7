package app.marquee.imports;

import java.io.IOException;
import java.util.Set;

/** A file read line by line, in either format. Of one thread. */
public interface Lines {

  /**
   * The next line with something on it; null at the end.
   *
   * @throws BadLine it cannot be taken apart; reading may go on
   * @throws IOException reading cannot go on
   */
  Fields next() throws IOException, BadLine;

  /** The line that was read last, from 1. */
  long line();

  /** Columns of ours a header has; empty where there is no header, as in NDJSON. */
  Set<String> columns();

  /** Columns seen so far that are none of ours, in order of appearance. */
  Set<String> unknownColumns();
}
