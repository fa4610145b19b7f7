package app.marquee.views;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The rows of a page as CSV with a header; nested values as JSON text. */
final class CsvRows {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CsvRows() {}

  /**
   * @param page a document without its opening brace, as {@link Document#cut} gives it
   */
  static byte[] write(byte[] page) {
    StringBuilder out = new StringBuilder();
    try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
      JsonNode rows = JSON.readTree("{" + new String(page, StandardCharsets.UTF_8)).path("data");
      List<String> header = new ArrayList<>();
      rows.path(0).fieldNames().forEachRemaining(header::add);
      if (!header.isEmpty()) {
        csv.printRecord(header);
      }
      for (JsonNode row : rows) {
        csv.printRecord(header.stream().map(field -> cell(row.path(field))).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * A text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay
   * numbers.
   */
  private static String cell(JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return "";
    }
    String text = value.isValueNode() ? value.asText() : value.toString();
    boolean formula =
        value.isTextual() && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }
}
