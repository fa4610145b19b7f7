package app.marquee.imports;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Cuts lines to a length, so that no file can fill the memory, and refuses a record of endlessly
 * many lines.
 */
final class BoundedReader extends FilterReader {
  static final int LINE_LIMIT = 1 << 20;
  private static final int RECORD_LIMIT = 1 << 22;

  /** A record that goes on over so many lines that a quote must be missing. */
  static final class RecordTooLong extends IOException {
    RecordTooLong() {
      super("a record longer than " + RECORD_LIMIT + " characters: is a quote missing?");
    }
  }

  private int inLine;
  private int inRecord;
  private boolean cut;

  BoundedReader(Reader in) {
    super(in);
  }

  /** Called before each record; what was read ahead counts towards the one before. */
  void startRecord() {
    inRecord = 0;
  }

  /** Whether a line has been cut since the last call. */
  boolean wasCut() {
    boolean was = cut;
    cut = false;
    return was;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    int n = read(one, 0, 1);
    return n < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int kept = 0;
    while (kept == 0) {
      int n = in.read(buffer, offset, length);
      if (n <= 0) {
        return n;
      }
      kept = keep(buffer, offset, n);
    }
    inRecord += kept;
    if (inRecord > RECORD_LIMIT) {
      throw new RecordTooLong();
    }
    return kept;
  }

  private int keep(char[] buffer, int offset, int length) {
    int kept = offset;
    for (int i = offset; i < offset + length; i++) {
      char c = buffer[i];
      inLine = c == '\n' ? 0 : inLine + 1;
      if (inLine <= LINE_LIMIT) {
        buffer[kept++] = c;
      } else {
        cut = true;
      }
    }
    return kept - offset;
  }
}
