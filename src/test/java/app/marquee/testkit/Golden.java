package app.marquee.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Documents as reviewed: files under {@code src/test/resources/golden}. {@code -Dgolden.write=true}
 * writes them anew, for their diff to be read.
 */
public final class Golden {
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  private Golden() {}

  /** The file is {@code name} of the feature's folder. */
  public static void assertMatches(String feature, String name, JsonNode document) {
    Path file = FOLDER.resolve(feature).resolve(name + ".json");
    String text = document.toPrettyString() + "\n";
    try {
      if (Boolean.getBoolean("golden.write")) {
        Files.writeString(file, text);
      }
      assertThat(text).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
