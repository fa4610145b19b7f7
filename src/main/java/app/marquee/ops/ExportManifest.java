package app.marquee.ops;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an export's folder holds.
 *
 * @param format {@link #FORMAT}; tells a manifest from somebody else's file
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ExportManifest(String format, List<Entry> files) {
  static final String NAME = "index.json";
  private static final String FORMAT = "marquee-export-1";

  /**
   * One key.
   *
   * @param url where the service has it
   * @param file in the folder; precompressed under the same name with {@code .gz}
   * @param etag as the service sends it; {@code etagGzip} for the precompressed one
   * @param state {@code fresh} or {@code stale}; {@code missing} when there is no build any more
   *     and the file is that of an earlier export
   * @param staleReason null when fresh
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Entry(
      String cacheKey,
      String url,
      String file,
      String etag,
      String etagGzip,
      Long generation,
      Instant generatedAt,
      Instant checkedAt,
      long bytes,
      long bytesGzip,
      String state,
      String staleReason) {

    Entry missing() {
      return new Entry(
          cacheKey,
          url,
          file,
          etag,
          etagGzip,
          generation,
          generatedAt,
          checkedAt,
          bytes,
          bytesGzip,
          "missing",
          null);
    }

    private Stream<String> names() {
      return Stream.of(file, file + ".gz");
    }
  }

  static ExportManifest of(List<Entry> files) {
    return new ExportManifest(FORMAT, files);
  }

  /**
   * That of the export before; without any file if there was none. Errors: {@link IOException} if
   * somebody else's file has its name.
   */
  static ExportManifest before(Path folder, ObjectMapper json) throws IOException {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return of(List.of());
    }
    ExportManifest manifest = read(file, json);
    if (manifest == null || !FORMAT.equals(manifest.format()) || manifest.files() == null) {
      throw new IOException(file + " is not an export's; name another folder, or take it away");
    }
    return manifest;
  }

  private static ExportManifest read(Path file, ObjectMapper json) throws IOException {
    try {
      return json.readValue(Files.readAllBytes(file), ExportManifest.class);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  byte[] bytes(ObjectMapper json) throws IOException {
    String text = json.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  List<String> names() {
    return files.stream().flatMap(Entry::names).toList();
  }
}
