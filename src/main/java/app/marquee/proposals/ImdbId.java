package app.marquee.proposals;

import java.util.regex.Pattern;

/** The identity of a film, such as {@code tt0133093}. */
public final class ImdbId {
  public static final String PATTERN = "tt\\d{7,10}";

  private static final Pattern SHAPE = Pattern.compile(PATTERN);

  private ImdbId() {}

  public static boolean is(String text) {
    return text != null && SHAPE.matcher(text).matches();
  }
}
