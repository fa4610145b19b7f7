package app.marquee.proposals.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Values out of what a provider sends: of another type than expected, out of range or "N/A" they
 * are null, never an error.
 */
final class Told {
  static final int LONGEST_TITLE = 255;
  static final int LONGEST_PLOT = 2000;

  private static final int LONGEST_GENRE = 40;
  private static final int MOST_GENRES = 10;
  private static final int LONGEST_URL = 1000;
  private static final int FIRST_YEAR = 1870;
  private static final int LAST_YEAR = 2200;
  private static final int LONGEST_RUNTIME = 1_000_000;
  private static final int BEST_RATING = 10;
  private static final int BEST_METASCORE = 100;
  private static final String NOT_AVAILABLE = "N/A";
  private static final Pattern YEAR = Pattern.compile("\\s*(\\d{4})(?!\\d).*", Pattern.DOTALL);
  private static final Pattern RUNTIME =
      Pattern.compile("(?:(\\d{1,3})\\s*h(?:ours?|r)?)?\\s*(?:(\\d[\\d,]{0,6})\\s*m(?:in)?\\.?)?");
  private static final Pattern COUNT = Pattern.compile("\\d{1,3}(?:,\\d{3})+|\\d+");
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,3}(?:\\.\\d{1,6})?");
  // Controls, and what turns the direction of the text that follows.
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069\\ufffe\\uffff]+");

  private Told() {}

  /** On one line, without controls, cut at a length. */
  static String text(JsonNode value, int longest) {
    if (!value.isTextual()) {
      return null;
    }
    String text = UNPRINTABLE.matcher(value.textValue()).replaceAll(" ").strip();
    if (text.isEmpty() || text.equals(NOT_AVAILABLE)) {
      return null;
    }
    return text.codePointCount(0, text.length()) <= longest
        ? wellFormed(text)
        : wellFormed(text.substring(0, text.offsetByCodePoints(0, longest - 1)).strip() + "…");
  }

  // Half a surrogate pair is no text, and no database takes it.
  private static String wellFormed(String text) {
    return text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  static String title(JsonNode value) {
    return text(value, LONGEST_TITLE);
  }

  static String plot(JsonNode value) {
    return text(value, LONGEST_PLOT);
  }

  /** Of a number, or of a text that begins with four digits such as "2013–2020". */
  static Integer year(JsonNode value) {
    Matcher digits = YEAR.matcher(value.isValueNode() ? value.asText() : "");
    return digits.matches() ? within(Long.parseLong(digits.group(1)), FIRST_YEAR, LAST_YEAR) : null;
  }

  static Integer seconds(JsonNode value, int each) {
    return value.isNumber() ? within(value.asLong() * each, 1, LONGEST_RUNTIME) : null;
  }

  /** Of texts such as "148 min" and "2 h 28 min". */
  static Integer secondsOfText(JsonNode value) {
    Matcher parts = RUNTIME.matcher(value.isTextual() ? value.asText().strip() : "");
    if (!parts.matches()) {
      return null;
    }
    long hours = parts.group(1) == null ? 0 : Long.parseLong(parts.group(1));
    long minutes = parts.group(2) == null ? 0 : Long.parseLong(parts.group(2).replace(",", ""));
    return within((hours * 60 + minutes) * 60, 1, LONGEST_RUNTIME);
  }

  /** Of a number, or of a text such as "2,345,678". */
  static Integer count(JsonNode value) {
    if (value.isIntegralNumber()) {
      return within(value.asLong(), 0, Integer.MAX_VALUE);
    }
    String text = value.isTextual() ? value.asText().strip() : "";
    String digits = COUNT.matcher(text).matches() ? text.replace(",", "") : "";
    return digits.isEmpty() || digits.length() > 10
        ? null
        : within(Long.parseLong(digits), 0, Integer.MAX_VALUE);
  }

  static Double rating(JsonNode value) {
    Double number = decimal(value);
    return number == null || number <= 0 || number > BEST_RATING ? null : number;
  }

  static Integer metascore(JsonNode value) {
    Integer score = count(value);
    return score == null || score > BEST_METASCORE ? null : score;
  }

  static String httpsUrl(JsonNode value) {
    String text = text(value, LONGEST_URL);
    if (text == null) {
      return null;
    }
    try {
      URI url = new URI(text);
      boolean plain = url.getHost() != null && url.getUserInfo() == null;
      return plain && "https".equalsIgnoreCase(url.getScheme()) ? text : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  static List<String> genres(Stream<JsonNode> values) {
    return values
        .map(value -> text(value, LONGEST_GENRE))
        .filter(genre -> genre != null)
        .distinct()
        .limit(MOST_GENRES)
        .toList();
  }

  static Stream<JsonNode> elements(JsonNode array) {
    return array.isArray() ? StreamSupport.stream(array.spliterator(), false) : Stream.empty();
  }

  private static Double decimal(JsonNode value) {
    if (value.isNumber()) {
      return Double.isFinite(value.doubleValue()) ? value.doubleValue() : null;
    }
    String text = value.isTextual() ? value.asText().strip() : "";
    return DECIMAL.matcher(text).matches() ? Double.valueOf(text) : null;
  }

  private static Integer within(long value, int least, int greatest) {
    return value >= least && value <= greatest ? (int) value : null;
  }
}
