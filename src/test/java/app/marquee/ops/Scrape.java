package app.marquee.ops;

import static io.restassured.RestAssured.given;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the running application tells Prometheus.
 *
 * @param types of every family
 * @param samples every sample's name, with the names of its labels
 * @param text all of it
 */
record Scrape(Map<String, String> types, Map<String, Set<String>> samples, String text) {
  private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");
  private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? \\S+");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");

  static Scrape now() {
    String text = given().accept("text/plain").get("/q/metrics").asString();
    return read(text.replace(",}", "}"));
  }

  static Scrape read(String text) {
    Map<String, String> types = new TreeMap<>();
    Map<String, Set<String>> samples = new HashMap<>();
    text.lines()
        .forEach(
            line -> {
              Matcher type = TYPE.matcher(line);
              Matcher sample = SAMPLE.matcher(line);
              if (type.matches()) {
                types.put(type.group(1), type.group(2));
              } else if (sample.matches()) {
                samples
                    .computeIfAbsent(sample.group(1), name -> new TreeSet<>())
                    .addAll(labels(sample.group(2)));
              }
            });
    return new Scrape(types, samples, text);
  }

  private static Set<String> labels(String text) {
    Set<String> names = new TreeSet<>();
    Matcher label = LABEL.matcher(text == null ? "" : text);
    while (label.find()) {
      names.add(label.group(1));
    }
    return names;
  }

  /**
   * The value of a sample as it stands there. Errors: {@link IllegalStateException} without one.
   */
  double value(String sample) {
    return text.lines()
        .filter(line -> line.startsWith(sample + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(sample.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + sample));
  }
}
