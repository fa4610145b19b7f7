package app.marquee.views;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The rows of a page as CSV with a header; nested values as JSON text. A document's attribution is
 * owed wherever its rows are shown, so it is a last column of each.
 */
final class CsvRows {
  private static final String ATTRIBUTION = "attribution";

  private static final ObjectMapper JSON = new ObjectMapper();

  private CsvRows() {}

  /**
   * @param page a document without its opening brace, as {@link Document#cut} gives it
   */
  static byte[] write(byte[] page) {
    StringBuilder out = new StringBuilder();
    try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
      JsonNode document = JSON.readTree("{" + new String(page, StandardCharsets.UTF_8));
      JsonNode rows = document.path("data");
      List<String> header = new ArrayList<>();
      rows.path(0).fieldNames().forEachRemaining(header::add);
      boolean attributed = document.hasNonNull(ATTRIBUTION);
      if (!header.isEmpty()) {
        csv.printRecord(with(header, attributed, ATTRIBUTION));
      }
      for (JsonNode row : rows) {
        List<String> cells = header.stream().map(field -> cell(row.path(field))).toList();
        csv.printRecord(with(cells, attributed, cell(document.path(ATTRIBUTION))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> with(List<String> cells, boolean more, String last) {
    return more ? Stream.concat(cells.stream(), Stream.of(last)).toList() : cells;
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
