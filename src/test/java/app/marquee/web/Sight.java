package app.marquee.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** What stands on a page, to be held against what the API says. */
final class Sight {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Sight() {}

  /** What the API answers to the page's own browser. */
  static JsonNode api(Page page, String path) {
    try {
      return JSON.readTree(
          (String) page.evaluate("async (path) => (await fetch(path)).text()", path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The body of the table whose name begins so, cell by cell, as it can be read. */
  static List<List<String>> rows(Page page, String caption) {
    return cells(page.locator("[role=region][aria-label^=\"" + caption + "\"] tbody tr"));
  }

  /** The numbers of the chart, as the table beneath it has them. */
  static List<List<String>> numbers(Page page) {
    return cells(drawn(page).locator("tbody tr"));
  }

  private static List<List<String>> cells(Locator rows) {
    Object cells =
        rows.evaluateAll(
            "rows => rows.map((row) => [...row.cells].map((cell) =>"
                + " cell.textContent.replace(/\\s+/g, ' ').trim()))");
    return JSON.convertValue(
        cells,
        JSON.getTypeFactory()
            .constructCollectionType(
                List.class,
                JSON.getTypeFactory().constructCollectionType(List.class, String.class)));
  }

  /** The chart once it is drawn, its table opened. */
  static Locator drawn(Page page) {
    Locator chart = page.locator("m-chart[data-drawn=true]");
    chart.waitFor();
    if (chart.locator("details[open]").count() == 0) {
      chart.locator("summary").click();
    }
    return chart;
  }

  /** A number as the pages write it; a dash where there is none. */
  static String number(JsonNode value, int digits) {
    return value.isNull() || value.isMissingNode()
        ? "–"
        : String.format(Locale.ROOT, "%,." + digits + "f", value.asDouble());
  }
}
