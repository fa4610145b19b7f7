package app.marquee.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every tab of the parks' page and its drawer, light and dark, wide and on a small phone. */
@InBrowser
class ParksLooksIT {
  private static final String WEEK = "/?period=7days&filter=all-parks";

  /** Of the window's area times its height; below this, a page counts as calm. */
  private static final double CALM = 0.1;

  static Stream<Arguments> sights() {
    return Stream.of("rides", "trends", "awards", "charts", "drawer")
        .flatMap(
            sight ->
                Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                    .flatMap(
                        theme ->
                            Stream.of(1280, 320).map(width -> Arguments.of(sight, theme, width))));
  }

  @ParameterizedTest(name = "{0}, {1}, {2} px")
  @MethodSource("sights")
  void everybodyCanUseEveryTab(String sight, ColorScheme theme, int width, Visitor visitor) {
    String query =
        switch (sight) {
          case "rides" -> "&of=rides";
          case "drawer" -> "&drawer=1000002";
          default -> "&tab=" + sight + "&of=rides&category=rides-declining";
        };

    Page page = visitor.with(width, theme).open(WEEK + query);

    assertThat(page.locator(sight.equals("charts") ? "m-chart[data-drawn]" : "tbody tr").first())
        .isVisible();
    visitor.photograph(
        page, "parks-" + sight + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width);
    visitor.assertUsable(page);
  }

  @ParameterizedTest(name = "{0} px")
  @ValueSource(ints = {1280, 320})
  void nothingJumpsWhileItLoads(int width, Visitor visitor) {
    Page page = visitor.with(width, ColorScheme.LIGHT).open(WEEK + "&of=rides");
    assertThat(page.locator(".sparkline").first()).isAttached();

    Object jumped =
        page.evaluate(
            """
            () => new Promise((done) => {
              new PerformanceObserver((list) =>
                done(list.getEntries().reduce((sum, shift) => sum + shift.value, 0))
              ).observe({ type: 'layout-shift', buffered: true });
              setTimeout(() => done(0), 1000);
            })""");

    assertThat(((Number) jumped).doubleValue()).isLessThan(CALM);
  }

  @Test
  void theChosenTabIsInSightOnASmallPhone(Visitor visitor) {
    Page page = visitor.with(320, ColorScheme.LIGHT).open("/?tab=charts");

    assertThat(page.locator(".tabs a[aria-current=page]")).isInViewport();
  }
}
