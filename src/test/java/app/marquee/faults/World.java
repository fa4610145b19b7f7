package app.marquee.faults;

import app.marquee.testkit.PostgresCluster;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;

/**
 * What the database holds: parks, a club, and a note of every publish. Writes have names, by which
 * what was promised is compared with what is there.
 */
final class World {
  static final String COLLECTOR = "token of the collector";
  private static final int MEMBERS = 12;
  private static final int PROPOSALS = 400;
  private static final int RIDES = 40;

  private final PostgresCluster database;
  private final Instant firstSnapshot =
      Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(12));

  World(PostgresCluster database) {
    this.database = database;
  }

  /** In the tables a first node has made. */
  void fill() {
    try (InputStream in = World.class.getResourceAsStream("/faults/world.sql");
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A vote that nobody has given before. */
  record Vote(int proposal, int member) {
    static Vote number(int n) {
      return new Vote(1 + n / MEMBERS % PROPOSALS, 1 + n % MEMBERS);
    }

    String token() {
      return "token of Member " + member;
    }

    String name() {
      return "vote " + proposal + " of Member " + member;
    }
  }

  /** A snapshot that nobody has pushed before, and its name. */
  record Push(String name, String body) {}

  Push push(int n) {
    int ride = 1 + n % RIDES;
    Instant at = firstSnapshot.plusSeconds(n);
    String body =
        "{\"ride_id\":%d,\"recorded_at\":\"%s\",\"status\":\"OPERATING\",\"wait_time\":%d,\"interval_minutes\":5}%n"
            .formatted(ride, at, n % 90);
    return new Push("snapshot of ride " + ride + " at " + at.getEpochSecond(), body);
  }

  /** The names of all writes that are stored. */
  Set<String> stored() {
    Set<String> stored =
        names(
            "select 'vote ' || v.proposal_id || ' of ' || m.name from vote v join member m using"
                + " (member_id)");
    stored.addAll(
        names(
            "select 'snapshot of ride ' || ride_id || ' at ' || cast(extract(epoch from"
                + " recorded_at) as bigint) from ride_status_snapshots"));
    return stored;
  }

  /** Votes that were counted more than once, by the log of who did what. */
  Set<String> countedTwice() {
    return names(
        "select actor || ' ' || subject from audit_log where action = 'vote-given' group by actor,"
            + " subject having count(*) > 1");
  }

  /**
   * Publishes that should not be: two of one generation, a run that ended twice, or numbers that
   * became visible out of order.
   */
  Set<String> doublePublishes() {
    Set<String> found =
        names(
            "select 'generation ' || generation || ' published by two' from noted_publish group by"
                + " generation having count(distinct transaction) > 1");
    found.addAll(
        names(
            "select 'generation ' || generation || ' claimed by runs ' || string_agg(cast(log_id as"
                + " text), ', ') from cache_refresh_log where generation is not null group by"
                + " generation having count(*) > 1"));
    found.addAll(
        names(
            "select cache_key || ' of generation ' || generation || ' before ' || earlier from"
                + " (select cache_key, generation, noted_at, lag(generation) over (partition by"
                + " cache_key order by noted_at) as earlier from noted_publish) n where earlier >"
                + " generation"));
    found.addAll(
        names(
            "select 'runs ' || a.log_id || ' and ' || b.log_id || ' of ' || a.scope || ' at once'"
                + " from cache_refresh_log a join cache_refresh_log b on a.scope = b.scope and"
                + " a.fence < b.fence and a.status = 'success' and b.status = 'success' and"
                + " b.refresh_started_at < a.refresh_completed_at"));
    return found;
  }

  long number(String query) {
    return Long.parseLong(database.ask(query));
  }

  private Set<String> names(String query) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      Set<String> names = new HashSet<>();
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      return names;
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }
}
