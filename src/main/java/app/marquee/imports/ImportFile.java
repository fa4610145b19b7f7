package app.marquee.imports;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** A file as it comes: gzip or plain, with or without a byte order mark, CSV, TSV or NDJSON. */
public final class ImportFile {
  private static final int BUFFER = 1 << 16;
  private static final int START = 1 << 13;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private ImportFile() {}

  /** Lines with values of {@code columns}; {@code renamed} gives our column for theirs. */
  public static Lines open(InputStream file, Set<String> columns, Map<String, String> renamed)
      throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(unpacked(file), StandardCharsets.UTF_8), BUFFER);
    String start = start(reader);
    BoundedReader bounded = new BoundedReader(reader);
    return start.startsWith("{")
        ? new NdjsonLines(bounded, columns, renamed)
        : new CsvLines(bounded, start.indexOf('\t') >= 0, columns, renamed);
  }

  /** The first line, or as much of it as tells the format; the reader stands before it. */
  private static String start(BufferedReader reader) throws IOException {
    int first;
    int blanks = 0;
    do {
      if (blanks++ > BoundedReader.RECORD_LIMIT) {
        throw new IOException("it begins with blanks and nothing else");
      }
      reader.mark(START);
      first = reader.read();
    } while (first == BYTE_ORDER_MARK || Character.isWhitespace(first) && first != '\n');
    StringBuilder start = new StringBuilder();
    while (first >= 0 && first != '\n' && start.length() < START - 1) {
      start.append((char) first);
      first = reader.read();
    }
    reader.reset();
    return start.toString();
  }

  /** Plain NDJSON and nothing else. */
  public static Lines ndjson(InputStream file, Set<String> columns) {
    Reader text = new InputStreamReader(file, StandardCharsets.UTF_8);
    return new NdjsonLines(new BoundedReader(text), columns, Map.of());
  }

  private static InputStream unpacked(InputStream file) throws IOException {
    InputStream in = new BufferedInputStream(file, BUFFER);
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip ? new GZIPInputStream(in, BUFFER) : in;
  }
}
