package app.marquee.ops;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.cli.ExitStatus;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that writes every view as a file, on the running application. */
@QuarkusTest
class ExportCommandHttpTest {
  private static final String KEY = ProbeBuilds.KEY;
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

  @Inject CommandRun command;
  @Inject Pool pool;
  @Inject ObjectMapper json;
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  @AfterEach
  void renew() {
    new ProbeBuilds(pool).renew();
  }

  private int export(String... more) {
    String[] words =
        Stream.concat(Stream.of("export", folder.toString()), Stream.of(more))
            .toArray(String[]::new);
    return command.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
  }

  @Test
  void aFileHoldsWhatTheServiceAnswersAndTheManifestItsEtag() throws IOException {
    export();
    Response served = asking("identity").get("/api/views/" + KEY);
    Response packed = asking("gzip").get("/api/views/" + KEY);

    assertThat(Files.readAllBytes(file(KEY + ".json"))).isEqualTo(served.asByteArray());
    assertThat(Files.readAllBytes(file(KEY + ".json.gz"))).isEqualTo(packed.asByteArray());
    assertThat(unpacked(KEY + ".json.gz")).isEqualTo(served.asByteArray());
    JsonNode entry = entry(KEY);
    assertThat(entry.path("etag").asText()).isEqualTo(served.header("ETag"));
    assertThat(entry.path("etag_gzip").asText()).isEqualTo(packed.header("ETag"));
    assertThat(entry.path("generation").asText()).isEqualTo(served.header("X-Cache-Generation"));
    assertThat(entry.path("url").asText()).isEqualTo("/api/views/" + KEY);
    assertThat(entry.path("bytes").asInt()).isEqualTo(served.asByteArray().length);
    assertThat(entry.path("state").asText()).isEqualTo("fresh");
  }

  @Test
  void whatHasNotChangedIsLeftAloneAndNothingElseLiesAbout() throws IOException {
    export();
    Files.setLastModifiedTime(file(KEY + ".json"), LONG_AGO);
    Files.writeString(file("probe_ranking_7days_all.json"), "{\"somebody\":\"else\"}");

    export("--json");
    assertThat(Files.getLastModifiedTime(file(KEY + ".json"))).isEqualTo(LONG_AGO);
    assertThat(Files.readString(file("probe_ranking_7days_all.json"))).startsWith("{\"success\"");
    assertThat(json.readTree(lastLine()).path("written").asInt()).isPositive();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.startsWith("."));
    }
  }

  @Test
  void aKeyWithoutABuildIsNamedAndTheOthersAreWritten() throws IOException {
    export();
    new ProbeBuilds(pool).forget();

    assertThat(export()).isEqualTo(ExitStatus.PARTIAL);
    assertThat(out.toString()).contains("missing " + KEY).containsPattern("[1-9]\\d* missing; ");
    assertThat(entry(KEY).path("state").asText()).isEqualTo("missing");
    assertThat(file(KEY + ".json")).exists();
  }

  @Test
  void filesOfKeysNoLongerDeclaredGoOnlyIfAnExportWroteThem() throws IOException {
    Files.writeString(
        file("index.json"),
        """
        {"format":"marquee-export-1","files":[
          {"cache_key":"gone","url":"/api/views/gone","file":"gone.json"},
          {"cache_key":"out","url":"/api/views/out","file":"../outside.json"}]}
        """);
    Files.writeString(file("gone.json"), "{}");
    Files.writeString(file("gone.json.gz"), "");
    Files.writeString(file("mine.json"), "{}");
    Path outside = Files.writeString(folder.resolveSibling("outside.json"), "{}");
    try {
      export();
      assertThat(file("gone.json")).doesNotExist();
      assertThat(file("gone.json.gz")).doesNotExist();
      assertThat(file("mine.json")).exists();
      assertThat(outside).exists();
      assertThat(out.toString()).contains("; 2 files removed");
    } finally {
      Files.delete(outside);
    }
  }

  @Test
  void aFolderThatIsAFileOrSomebodyElsesIsRefused() throws IOException {
    Path somebodys = Files.writeString(file("index.json"), "{\"my\":\"site\"}");
    assertThat(export()).isEqualTo(ExitStatus.FAILED);
    assertThat(err.toString()).contains("index.json is not an export's");
    assertThat(somebodys).hasContent("{\"my\":\"site\"}");

    folder = Files.writeString(file("plain"), "");
    assertThat(export()).isEqualTo(ExitStatus.FAILED);
    assertThat(err.toString()).contains("plain is a file, not a folder");
  }

  @Test
  void withoutAFolderItIsAMatterOfUsage() {
    assertThat(command.run(new PrintWriter(out, true), new PrintWriter(err, true), "export"))
        .isEqualTo(ExitStatus.USAGE);
  }

  private static RequestSpecification asking(String encoding) {
    return given()
        .config(config().decoderConfig(decoderConfig().noContentDecoders()))
        .header("Accept-Encoding", encoding);
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private String lastLine() {
    return out.toString().lines().reduce((first, second) -> second).orElseThrow();
  }

  private byte[] unpacked(String name) throws IOException {
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file(name))))) {
      return in.readAllBytes();
    }
  }

  private JsonNode entry(String key) throws IOException {
    for (JsonNode entry : json.readTree(file("index.json").toFile()).path("files")) {
      if (entry.path("cache_key").asText().equals(key)) {
        return entry;
      }
    }
    throw new AssertionError("not in the manifest: " + key);
  }
}
