package app.marquee.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page, light and dark, wide and on a small phone: usable by everybody, and kept as a
 * picture.
 */
@InBrowser
class LooksIT {

  static Stream<Arguments> looks() {
    return Stream.of(
            new String[] {"parks", "/"},
            new String[] {"park", "/parks/1000001?period=yesterday"},
            new String[] {"ride", "/rides/1000013?period=7days"},
            new String[] {"predictions", "/predictions"},
            new String[] {"vote", "/vote"},
            new String[] {"ops", "/ops"},
            new String[] {"docs", "/docs"})
        .flatMap(
            page ->
                Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                    .flatMap(
                        theme ->
                            Stream.of(1280, 320)
                                .map(width -> Arguments.of(page[0], page[1], theme, width))));
  }

  @ParameterizedTest(name = "{0}, {2}, {3} px")
  @MethodSource("looks")
  void everybody_can_use_it(
      String name, String path, ColorScheme theme, int width, Visitor visitor) {
    Page page = visitor.with(width, theme).asAdmin().open(path);
    visitor.photograph(page, name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width);
    visitor.assertUsable(page);
  }
}
