package app.marquee.demo;

import app.marquee.imports.ImportReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The demo's facts as the files an import takes. */
final class DemoFile {
  private DemoFile() {}

  /** CSV with a header; a column a row does not have is empty there. */
  static InputStream of(List<String> columns, Stream<Map<String, String>> rows) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      printer.printRecord(columns);
      printer.printRecords(rows.map(row -> columns.stream().map(row::get).toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Errors: {@link IllegalStateException} if the import did not take every line. */
  static void requireAll(ImportReport report) {
    if (report.rejected() > 0 || !report.complete()) {
      throw new IllegalStateException("the demo's own files are refused: " + report.errors());
    }
  }
}
