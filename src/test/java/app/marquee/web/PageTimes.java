package app.marquee.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * Measures the pages for {@code bench/pages}: how soon a warm one shows something and shows
 * everything, and how many bytes of scripts and styles a cold browser fetches.
 */
final class PageTimes {
  private static final List<String> PATHS = List.of("/", "/predictions", "/vote", "/ops", "/docs");
  private static final int RUNS = 9;
  private static final String WATCH =
      """
      const look = () => {
        const main = document.querySelector('main');
        if (main && !main.hasAttribute('aria-busy') && !document.querySelector('.skeleton')) {
          performance.mark('shown');
        } else {
          requestAnimationFrame(look);
        }
      };
      addEventListener('DOMContentLoaded', look);
      """;
  private static final String TIMES =
      """
      () => [performance.getEntriesByName('first-contentful-paint')[0].startTime,
             performance.getEntriesByName('shown')[0].startTime]
      """;
  private static final String ASSETS =
      """
      () => performance.getEntriesByType('resource')
          .filter((one) => one.name.includes('/static/'))
          .map((one) => [one.name, one.encodedBodySize])
      """;

  private PageTimes() {}

  /** Prints a line per page and one of all assets; the argument is the service's address. */
  public static void main(String[] arguments) {
    Map<String, Double> assets = new TreeMap<>();
    try (Chromium chromium = new Chromium()) {
      for (String path : PATHS) {
        measure(chromium.browser(), arguments[0] + path, path, assets);
      }
    }
    System.out.printf("assets\t%.0f%n", sum(assets));
  }

  private static void measure(
      Browser browser, String address, String path, Map<String, Double> all) {
    try (BrowserContext context = browser.newContext()) {
      context.addInitScript(
          "sessionStorage.setItem('marquee-token', '" + System.getenv("BENCH_TOKEN") + "');");
      context.addInitScript(WATCH);
      Page page = context.newPage();
      open(page, address);
      Map<String, Double> own = fetched(page);
      all.putAll(own);
      List<Double> painted = new ArrayList<>();
      List<Double> shown = new ArrayList<>();
      for (int run = 0; run < RUNS; run++) {
        List<?> times = open(page, address);
        painted.add(((Number) times.get(0)).doubleValue());
        shown.add(((Number) times.get(1)).doubleValue());
      }
      System.out.printf("%s\t%.0f\t%.0f\t%.0f%n", path, median(painted), median(shown), sum(own));
    }
  }

  private static List<?> open(Page page, String address) {
    page.navigate(address);
    page.waitForCondition(
        () ->
            page.evaluate("() => performance.getEntriesByName('shown').length").equals(1)
                && page.evaluate(
                        "() => performance.getEntriesByName('first-contentful-paint').length")
                    .equals(1));
    return (List<?>) page.evaluate(TIMES);
  }

  private static Map<String, Double> fetched(Page page) {
    Map<String, Double> sizes = new TreeMap<>();
    for (Object one : (List<?>) page.evaluate(ASSETS)) {
      List<?> asset = (List<?>) one;
      sizes.put((String) asset.get(0), ((Number) asset.get(1)).doubleValue());
    }
    return sizes;
  }

  private static double sum(Map<String, Double> sizes) {
    return sizes.values().stream().flatMapToDouble(DoubleStream::of).sum();
  }

  private static double median(List<Double> values) {
    Collections.sort(values);
    return values.get(values.size() / 2);
  }
}
