package app.marquee.http;

import app.marquee.views.Slice.Encoding;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which encoding a client prefers, by the q-values of its {@code Accept-Encoding}. */
public final class AcceptEncoding {
  private AcceptEncoding() {}

  /** Identity when nothing is said, or when gzip is refused or liked less. */
  public static Encoding choose(String header) {
    if (header == null || header.isBlank()) {
      return Encoding.IDENTITY;
    }
    double gzip = -1;
    double identity = -1;
    double any = -1;
    for (String member : header.toLowerCase(Locale.ROOT).split(",")) {
      String[] parts = member.split(";", -1);
      double q = quality(parts);
      switch (parts[0].strip()) {
        case "gzip", "x-gzip" -> gzip = q;
        case "identity" -> identity = q;
        case "*" -> any = q;
        default -> {}
      }
    }
    double zipped = gzip >= 0 ? gzip : Math.max(any, 0);
    return zipped > 0 && zipped >= identity ? Encoding.GZIP : Encoding.IDENTITY;
  }

  /** Remembers what it chose for the few headers that clients really send. */
  static final class Memo {
    private static final int MOST = 256;
    private final Map<String, Encoding> chosen = new ConcurrentHashMap<>();

    Encoding choose(String header) {
      if (header == null) {
        return Encoding.IDENTITY;
      }
      Encoding known = chosen.get(header);
      if (known == null) {
        known = AcceptEncoding.choose(header);
        if (chosen.size() < MOST) {
          chosen.put(header, known);
        }
      }
      return known;
    }
  }

  private static double quality(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip();
      if (parameter.startsWith("q=")) {
        try {
          return Double.parseDouble(parameter.substring(2));
        } catch (NumberFormatException e) {
          return 0;
        }
      }
    }
    return 1;
  }
}
