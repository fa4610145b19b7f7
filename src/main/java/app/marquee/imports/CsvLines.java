package app.marquee.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table with a header: CSV by RFC 4180, quoted line breaks included, or TSV, where a quote is a
 * quote. {@code \N} is no value.
 */
final class CsvLines implements Lines {
  private static final String NULL = "\\N";
  private static final int COLUMNS_TOLD = 100;

  private static final CSVFormat CSV = CSVFormat.RFC4180.builder().setNullString(NULL).get();
  private static final CSVFormat TSV = CSV.builder().setDelimiter('\t').setQuote(null).get();

  private final BoundedReader reader;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final Map<String, Integer> positions = new HashMap<>();
  private final Set<String> unknown = new LinkedHashSet<>();
  private int width;

  CsvLines(BoundedReader reader, boolean tabs, Set<String> columns, Map<String, String> renamed)
      throws IOException {
    this.reader = reader;
    parser = CSVParser.builder().setReader(reader).setFormat(tabs ? TSV : CSV).get();
    records = parser.iterator();
    reader.startRecord();
    CSVRecord header = read();
    if (header != null) {
      width = header.size();
      for (int i = 0; i < width; i++) {
        String theirs = header.get(i) == null ? "" : header.get(i).strip();
        String ours = renamed.getOrDefault(theirs, theirs);
        if (columns.contains(ours)) {
          positions.putIfAbsent(ours, i);
        } else if (unknown.size() < COLUMNS_TOLD) {
          unknown.add(theirs);
        }
      }
    }
  }

  @Override
  public Fields next() throws IOException, BadLine {
    reader.startRecord();
    CSVRecord csv = readOrRefuse();
    while (csv != null && csv.size() == 1 && isBlank(csv.get(0))) {
      reader.passBlank();
      csv = readOrRefuse();
    }
    if (csv == null) {
      return null;
    }
    if (reader.wasCut()) {
      throw new BadLine("longer than " + BoundedReader.LINE_LIMIT + " characters");
    }
    if (csv.stream().anyMatch(value -> value != null && value.indexOf('\0') >= 0)) {
      throw new BadLine("holds a zero byte");
    }
    if (csv.size() != width) {
      throw new BadLine("has " + csv.size() + " columns, the header " + width);
    }
    CSVRecord found = csv;
    return new Fields(
        line(),
        column -> {
          Integer position = positions.get(column);
          return position == null ? null : found.get(position);
        });
  }

  private static boolean isBlank(String value) {
    return value == null || value.isBlank();
  }

  /** Of a record that is quoted wrongly the rest is passed over, up to the end of its line. */
  private CSVRecord readOrRefuse() throws IOException, BadLine {
    try {
      return read();
    } catch (CSVException e) {
      if (read() == null) {
        throw e;
      }
      throw new BadLine("is quoted wrongly: a quote within a quoted value is written twice");
    }
  }

  private CSVRecord read() throws IOException {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public long line() {
    return parser.getCurrentLineNumber();
  }

  @Override
  public Set<String> columns() {
    return positions.keySet();
  }

  @Override
  public Set<String> unknownColumns() {
    return unknown;
  }
}
