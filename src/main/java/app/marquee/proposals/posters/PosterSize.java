package app.marquee.proposals.posters;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How large a poster is served: the width in pixels, for pages of film providers have settled. */
enum PosterSize {
  THUMB(154),
  CARD(342),
  FULL(780);

  private final int width;

  PosterSize(int width) {
    this.width = width;
  }

  int width() {
    return width;
  }

  /** Two to three, as posters are. */
  int height() {
    return width * 3 / 2;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> words() {
    return Arrays.stream(values()).map(PosterSize::word).toList();
  }

  static PosterSize of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
