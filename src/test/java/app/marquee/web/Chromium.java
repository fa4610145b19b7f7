package app.marquee.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Debian's Chromium without a window; {@code MARQUEE_CHROMIUM} names another one. */
final class Chromium implements AutoCloseable {
  private static final Path EXECUTABLE =
      Path.of(System.getenv().getOrDefault("MARQUEE_CHROMIUM", "/usr/bin/chromium"));
  private static final String DRIVER = "com.microsoft.playwright.impl.driver.jar.DriverJar";
  private static final double PATIENCE_MILLIS = 20_000;
  private static final List<String> ALONE =
      List.of(
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  Chromium() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(EXECUTABLE)
                    .setChromiumSandbox(false)
                    .setArgs(ALONE));
  }

  /** Why there is none to test with, if so. */
  static Optional<String> missing() {
    if (!Files.isExecutable(EXECUTABLE)) {
      return Optional.of("no Chromium at " + EXECUTABLE + "; MARQUEE_CHROMIUM names another place");
    }
    try {
      Class.forName(DRIVER);
      return Optional.empty();
    } catch (ClassNotFoundException e) {
      return Optional.of("Playwright's driver is not there; the Maven profile browser brings it");
    }
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
