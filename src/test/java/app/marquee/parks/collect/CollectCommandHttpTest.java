package app.marquee.parks.collect;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.cli.ExitStatus;
import app.marquee.testkit.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The command that collects, asking a stub. */
@QuarkusTest
class CollectCommandHttpTest {
  private static final String PARKS =
      """
      [{"id": 1, "name": "Owners", "parks": [
        {"id": 9, "name": "Nine", "country": "France", "timezone": "Europe/Paris"},
        {"id": 57, "name": "Other", "country": "France", "timezone": "Europe/Paris"}]}]
      """;
  private static final String LIVE =
      """
      {"lands": [], "rides": [{"id": 1, "name": "Coaster", "is_open": true, "wait_time": 5}]}
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private TestDatabase database;
  private ProviderStub provider;
  private CollectFixture collect;

  @BeforeEach
  void startStub() throws IOException {
    database = TestDatabase.create();
    provider = new ProviderStub();
    collect = new CollectFixture(database, provider.uri());
    provider.says("/parks.json", PARKS);
    provider.says("/parks/9/queue_times.json", LIVE);
  }

  @AfterEach
  void stopStub() {
    provider.close();
    database.close();
  }

  @Test
  void oneCycleIsRunAndNobodyElsesIsRepeated() throws IOException {
    collect.set("queue-times.parks", "9");

    assertThat(run("--once")).isZero();
    assertThat(run("--once")).isZero();
    assertThat(out)
        .hasToString(
            """
            queue-times: success, 0 of 1 parks failed, 1 snapshots
            queue-times: this slot is collected already
            """);
    assertThat(provider.asked("/parks/9/queue_times.json")).isEqualTo(1);
  }

  @Test
  void aParkThatFailsIsNamedAndTheOthersAreTakenIn() throws IOException {
    collect.set("queue-times.parks", "9,57").set("attempts", "1");

    assertThat(run("--once", "--json")).isEqualTo(ExitStatus.PARTIAL);
    JsonNode told = new ObjectMapper().readTree(out.toString());
    assertThat(told.path("status").asText()).isEqualTo("partial");
    assertThat(told.path("snapshots").asInt()).isEqualTo(1);
    assertThat(told.at("/failures/0/ref").asText()).isEqualTo("57");
  }

  @Test
  void whereEveryParkFailsItFails() {
    collect.set("queue-times.parks", "57").set("attempts", "1");

    assertThat(run("--once")).isEqualTo(ExitStatus.FAILED);
    assertThat(out.toString())
        .startsWith("queue-times live of park 57: ")
        .contains("queue-times: failed, 1 of 1 parks failed, 0 snapshots");
  }

  @Test
  void withoutAProviderItFailsWithOneLine() {
    assertThat(run("--once")).isEqualTo(ExitStatus.FAILED);
    assertThat(err.toString()).startsWith("marquee: no provider is configured: ");
    assertThat(err.toString().lines()).hasSize(1);
  }

  private int run(String... words) {
    CollectCommand command = new CollectCommand();
    command.sources = collect.sources();
    command.collector = collect.node();
    command.config = CollectFixture.config(Map.of());
    command.json = new ObjectMapper();
    return new CommandLine(command)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(words);
  }
}
