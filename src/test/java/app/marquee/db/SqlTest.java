package app.marquee.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTest {

  @Test
  void bindsAreNumberedByFirstAppearanceAndCommentsLeftOut() {
    SqlBinds parsed =
        SqlBinds.parse(
            "x.sql", "-- :not_me\nselect :b, :a, ':text' /* :nor_me */ from t where x = :b");

    assertThat(parsed.statement()).isEqualTo("select $1, $2, ':text'  from t where x = $1");
    assertThat(parsed.names()).containsExactly("b", "a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select cast(1 as int)::text",
        "select data ? 'key'",
        "select now()",
        "select NOW ()",
        "select current_date",
        "select current_timestamp"
      })
  void whatHidesTimeOrConfusesParsersIsRefused(String text) {
    assertThatThrownBy(() -> SqlBinds.parse("x.sql", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("x.sql may not contain");
  }

  @Test
  void refusedWordsMayStandInTextsAndComments() {
    assertThat(SqlBinds.parse("x.sql", "select 'now()', \"a?b\" -- :: ?").statement())
        .isEqualTo("select 'now()', \"a?b\"");
  }

  @Test
  void valuesAreBoundInOrderAndInstantsBecomeTimestamps() {
    Sql sql = Sql.of("views/renew_lease.sql");

    assertThat(sql.binds())
        .containsExactlyInAnyOrder("scope", "holder", "fence", "log_id", "ttl", "done", "total");
    assertThatThrownBy(() -> sql.bind(Map.of("scope", "all")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("given [scope]");
    Tuple bound =
        Sql.of("testkit/at.sql").bind(Map.of("at", Instant.parse("2026-08-22T12:00:00Z")));
    assertThat(bound.getValue(0)).isEqualTo(OffsetDateTime.parse("2026-08-22T12:00:00Z"));
  }

  @Test
  void anIncludeStandsForItsFileAndChangesTheHash() {
    Sql including = Sql.of("testkit/including.sql");

    assertThat(including.statement()).isEqualTo("select\n$1\nas at");
    assertThat(including.hash()).isNotEqualTo(Sql.of("testkit/at.sql").hash());
  }

  @Test
  void aCircleOfIncludesAndAMissingFileAreRefused() {
    assertThatThrownBy(() -> Sql.of("testkit/circle.sql")).hasMessageContaining("includes itself");
    assertThatThrownBy(() -> Sql.of("testkit/nowhere.sql"))
        .hasMessage("no such file: sql/testkit/nowhere.sql");
  }
}
