package app.marquee.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Real answers kept as examples: {@code openapi/examples/<name>.json}, or {@code .csv}. */
final class DocumentedExamples {
  private static final String FOLDER = "/openapi/examples/";
  private static final ObjectMapper JSON = new ObjectMapper();

  private DocumentedExamples() {}

  /** The name of an operation's example, such as {@code get-parks-downtime}. */
  static String name(String method, String path) {
    return method.toLowerCase(Locale.ROOT)
        + path.replaceFirst("^/api", "").replaceAll("[{}]", "").replace('/', '-');
  }

  /** An object for JSON, a text for CSV; empty where there is none. */
  static Optional<Object> find(String name) {
    boolean csv = name.endsWith(".csv");
    try (InputStream file =
        DocumentedExamples.class.getResourceAsStream(FOLDER + name + (csv ? "" : ".json"))) {
      if (file == null) {
        return Optional.empty();
      }
      byte[] bytes = file.readAllBytes();
      return Optional.of(
          csv ? new String(bytes, StandardCharsets.UTF_8) : JSON.readValue(bytes, Map.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
