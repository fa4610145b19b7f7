package app.marquee;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.PackagedService;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class StartIT {
  private static final Pattern TOKEN = Pattern.compile("shown this once: +(marquee_\\S{43})$");
  private static final Duration SHUTDOWN = Duration.ofSeconds(20);
  private static final String CLOSED = "/api/admin/cache-status";

  @TempDir Path folder;

  @Test
  void anEmptyFolderBecomesAServiceWhoseTokenIsShownOnceAndStaysValid() throws Exception {
    String token;
    try (PackagedService first = PackagedService.start(folder, Map.of())) {
      assertThat(tokensIn(first)).hasSize(1);
      token = tokensIn(first).get(0);
      assertThat(first.get("/q/health/live", null).statusCode()).isEqualTo(200);
      assertThat(first.get(CLOSED, null).statusCode()).isEqualTo(401);
      assertThat(first.get(CLOSED, token).statusCode()).isEqualTo(200);
      assertThat(first.terminate(SHUTDOWN)).isTrue();
    }
    assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
    try (PackagedService second = PackagedService.start(folder, Map.of())) {
      assertThat(tokensIn(second)).isEmpty();
      assertThat(second.get(CLOSED, token).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aKilledServiceStartsAgainWithItsData() throws Exception {
    String given = "a-token-of-the-operators-choice";
    PackagedService killed = PackagedService.start(folder, Map.of("MARQUEE_ADMIN_TOKEN", given));
    assertThat(tokensIn(killed)).isEmpty();
    killed.kill();

    try (PackagedService next = PackagedService.start(folder, Map.of())) {
      assertThat(next.get(CLOSED, given).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aSecondServiceOnTheFolderIsRefusedInOneLine() throws Exception {
    try (PackagedService first = PackagedService.start(folder, Map.of())) {
      assertThat(refusal(Map.of()))
          .singleElement()
          .asString()
          .startsWith("marquee: the data folder " + folder)
          .contains("process " + first.pid());
      assertThat(first.get("/q/health/live", null).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aDatabaseThatCannotBeUsedIsRefusedInOneLine() throws Exception {
    assertThat(refusal(Map.of("MARQUEE_DATABASE_URL", "postgresql://me:s3cret@127.0.0.1:1/db")))
        .singleElement()
        .asString()
        .startsWith("marquee: postgresql://me@127.0.0.1:1/db does not answer");
    assertThat(refusal(Map.of("MARQUEE_DATABASE_URL", "127.0.0.1")))
        .singleElement()
        .asString()
        .startsWith("marquee: MARQUEE_DATABASE_URL: must have the form postgresql://");
  }

  @Test
  void aMistypedSettingIsRefusedNamingTheNearest() throws Exception {
    assertThat(refusal(Map.of("MARQUEE_CLOK", "2026-08-22T12:00:00Z")))
        .last()
        .asString()
        .isEqualTo("marquee: unknown setting MARQUEE_CLOK; did you mean MARQUEE_CLOCK?");
  }

  private List<String> refusal(Map<String, String> environment)
      throws IOException, InterruptedException {
    try (PackagedService refused = PackagedService.begin(folder, environment)) {
      assertThat(refused.awaitEnd()).isEqualTo(2);
      return refused.output();
    }
  }

  private static List<String> tokensIn(PackagedService service) {
    return service.output().stream()
        .flatMap(line -> TOKEN.matcher(line).results())
        .map((MatchResult match) -> match.group(1))
        .toList();
  }
}
