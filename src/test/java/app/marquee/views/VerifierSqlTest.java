package app.marquee.views;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifierSqlTest {
  private static final Key TODAY = ProbeFeature.key("today", "all");
  private static final Key WEEK = ProbeFeature.key("7days", "all");

  private TestDatabase database;
  private Node node;

  @BeforeEach
  void publish() {
    database = Node.database();
    node = new Node(database, Map.of());
    node.refresh();
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void everyBuildOfThePresentFactsIsEqual() {
    assertThat(verify())
        .hasSize(4)
        .allSatisfy(v -> assertThat(v).isInstanceOf(Verification.Equal.class));
  }

  @Test
  void aKeyIsComputedForTheTimeItsBuildWasMadeFor() {
    node.clock.tick(Duration.ofDays(3));

    assertThat(verify())
        .hasSize(4)
        .allSatisfy(v -> assertThat(v).isInstanceOf(Verification.Equal.class));
  }

  @Test
  void oneNumberTamperedWithIsFoundWithItsPath() {
    tamper("\"score\":9.8", "\"score\":9.7");

    assertThat(verify())
        .filteredOn(v -> !(v instanceof Verification.Equal))
        .singleElement()
        .isInstanceOfSatisfying(
            Verification.Differs.class,
            differs -> {
              assertThat(differs.key()).isEqualTo(TODAY);
              assertThat(differs.first().path()).isEqualTo("/data/1/score");
              assertThat(differs.first().stored()).startsWith("9.7");
              assertThat(differs.first().computed()).startsWith("9.8");
            });
  }

  @Test
  void aBuildOfOlderFactsIsNotCompared() {
    tamper("fact 2\"", "someone else\"");
    Node.execute(database, "update source_version set version = 2 where source = 'probe'");

    assertThat(verify(TODAY))
        .containsExactly(
            new Verification.Outdated(TODAY, "built from version 1 of the facts, now 2"));
  }

  @Test
  void aBuildOfAnotherDefinitionIsNotCompared() {
    Node.execute(database, "update cached_api_views set definition_hash = 'an older one'");

    assertThat(verify(TODAY))
        .containsExactly(new Verification.Outdated(TODAY, "built from another definition"));
  }

  @Test
  void aKeyWithoutABuildIsMissing() {
    Node.execute(database, "delete from cached_api_views where cache_key = '" + WEEK + "'");

    assertThat(verify(WEEK, TODAY))
        .containsExactly(new Verification.Missing(WEEK), new Verification.Equal(TODAY));
  }

  @Test
  void aStatementThatFailsLeavesTheOthersAlone() {
    Node.execute(database, "insert into probe_trouble values ('7days', 'fail')");

    assertThat(verify(WEEK, TODAY))
        .containsExactly(
            new Verification.Failed(WEEK, "ERROR: division by zero (22012)"),
            new Verification.Equal(TODAY));
  }

  private List<Verification> verify(Key... keys) {
    return Node.await(node.verifier.verify(keys.length == 0 ? node.catalog.keys() : List.of(keys)));
  }

  private void tamper(String from, String to) {
    Node.execute(
        database,
        "update cached_api_views set result_json = cast(replace(cast(result_json as text), '"
            + from
            + "', '"
            + to
            + "') as json) where cache_key = '"
            + TODAY
            + "'");
  }
}
