package app.marquee.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Somebody who looks at the pages: a browser window without memory of earlier visits, which notes
 * every error, every dialog and every request that leaves the service.
 */
final class Visitor implements AutoCloseable {
  private static final Path SIGHTS = Path.of("target", "screenshots");
  private static final int PATIENCE = 20_000;

  private final Browser browser;
  private final String home;
  private final List<String> complaints = new ArrayList<>();
  private final List<Pattern> expected = new ArrayList<>();
  private final List<BrowserContext> contexts = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  Visitor(Browser browser, String home) {
    this.browser = browser;
    this.home = home;
  }

  /** Somebody else, at the same service or another one; their complaints count here. */
  Page elsewhere(String address, String path) {
    return watched(context(1280, ColorScheme.LIGHT, address), address, path);
  }

  /** A window of this width and theme from now on, with nobody logged in. */
  Visitor with(int width, ColorScheme theme) {
    context = context(width, theme, home);
    page = null;
    return this;
  }

  /** Opens a page of the service and waits until it has shown what it had to load. */
  Page open(String path) {
    if (context == null) {
      with(1280, ColorScheme.LIGHT);
    }
    if (page == null) {
      page = watched(context, home, path);
    } else {
      page.navigate(home + path);
    }
    return settled(page);
  }

  /** The same page when nothing is loading any more. */
  static Page settled(Page page) {
    page.locator("main:not([aria-busy])").waitFor();
    assertThat(page.locator(".skeleton")).hasCount(0, new HasCountOptions().setTimeout(PATIENCE));
    return page;
  }

  /** Acts as the administrator from the next opened page on. */
  Visitor asAdmin() {
    if (context == null) {
      with(1280, ColorScheme.LIGHT);
    }
    context.addInitScript("sessionStorage.setItem('marquee-token', '" + DemoService.ADMIN + "')");
    return this;
  }

  /** The browser will complain of something like this, and is right. */
  Visitor expects(String complaint) {
    expected.add(Pattern.compile(complaint));
    return this;
  }

  String address() {
    return home;
  }

  /** Fails with everything that somebody could not use on this page. */
  void assertUsable(Page page) {
    var found = new AxeBuilder(page).analyze().getViolations();
    assertThat(found)
        .as("what axe finds on %s", page.url())
        .extracting(
            rule ->
                rule.getId()
                    + ": "
                    + rule.getNodes().stream()
                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                        .toList())
        .isEmpty();
    Object beyond =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(((Number) beyond).intValue()).as("pixels beyond the width").isLessThanOrEqualTo(0);
  }

  /** Keeps the whole page as {@code target/screenshots/NAME.png}. */
  void photograph(Page page, String name) {
    page.screenshot(
        new ScreenshotOptions().setPath(SIGHTS.resolve(name + ".png")).setFullPage(true));
  }

  void keepLastSight(String test) {
    if (page != null && !page.isClosed()) {
      photograph(page, "failed-" + test);
    }
  }

  void assertNoComplaints() {
    assertThat(complaints)
        .filteredOn(told -> expected.stream().noneMatch(one -> one.matcher(told).find()))
        .as("what the browser complained of")
        .isEmpty();
  }

  private BrowserContext context(int width, ColorScheme theme, String address) {
    BrowserContext made =
        browser.newContext(
            new NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(theme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("en-GB")
                .setTimezoneId("UTC"));
    made.setDefaultTimeout(PATIENCE);
    contexts.add(made);
    return made;
  }

  private Page watched(BrowserContext context, String origin, String path) {
    Page made = context.newPage();
    made.onConsoleMessage(
        message -> {
          if (List.of("error", "warning").contains(message.type())) {
            complaints.add(message.text() + " (" + message.location() + ")");
          }
        });
    made.onPageError(complaints::add);
    made.onDialog(
        dialog -> {
          complaints.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
    made.onRequest(
        request -> {
          if (!request.url().startsWith(origin + "/") && !request.url().startsWith("data:")) {
            complaints.add("request to another origin: " + request.url());
          }
        });
    made.navigate(origin + path);
    return made;
  }

  @Override
  public void close() {
    contexts.forEach(BrowserContext::close);
  }
}
