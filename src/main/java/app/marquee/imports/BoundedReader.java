package app.marquee.imports;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Cuts lines to a length, so that no file can fill the memory, and refuses what goes on for too
 * long: a record of endlessly many lines, a line without an end, blanks without a record.
 */
final class BoundedReader extends FilterReader {
  static final int LINE_LIMIT = 1 << 20;
  static final int RECORD_LIMIT = 1 << 22;

  /** Of a line that is cut anyway, so much is passed over to find its end. */
  private static final int PASSED_OVER = 1 << 26;

  /** So much may be blank between two records: files are padded, but not without end. */
  private static final int BLANK_LIMIT = 1 << 27;

  /** It goes on for so long that a quote or the end of the line must be missing. */
  static final class RecordTooLong extends IOException {
    RecordTooLong(String what) {
      super(what);
    }
  }

  private int inLine;
  private int inRecord;
  private int passedOver;
  private long blank;
  private boolean cut;

  BoundedReader(Reader in) {
    super(in);
  }

  /** Called before each record; what was read ahead counts towards the one before. */
  void startRecord() {
    inRecord = 0;
    passedOver = 0;
    blank = 0;
  }

  /** Called after each blank line before a record. */
  void passBlank() throws RecordTooLong {
    blank += inRecord + passedOver;
    inRecord = 0;
    passedOver = 0;
    if (blank > BLANK_LIMIT) {
      throw new RecordTooLong("more than " + BLANK_LIMIT + " blanks and nothing else");
    }
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
      passedOver += n - kept;
      if (passedOver > PASSED_OVER) {
        throw new RecordTooLong("a line longer than " + PASSED_OVER + " characters");
      }
    }
    inRecord += kept;
    if (inRecord > RECORD_LIMIT) {
      throw new RecordTooLong(
          "a record longer than " + RECORD_LIMIT + " characters: is a quote missing?");
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
