package app.marquee.proposals;

import app.marquee.db.Sql;
import app.marquee.http.ProblemCode;
import app.marquee.http.ProblemCodes;
import app.marquee.security.AuditLog;
import app.marquee.security.AuditLogs;
import app.marquee.security.Caller;
import app.marquee.testkit.ManualClock;
import app.marquee.testkit.RecordedEvents;
import app.marquee.testkit.TestDatabase;
import app.marquee.testkit.TestMembers;
import app.marquee.views.SourceChanged;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/** One node's film nights, assembled by hand on a real database; several may share one. */
final class Club {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final ObjectMapper JSON = new ObjectMapper();

  final List<SourceChanged> changes = new CopyOnWriteArrayList<>();
  final List<FilmProposed> films = new CopyOnWriteArrayList<>();
  final Pool pool;
  final ManualClock clock;
  final Proposals proposals;
  final Proposing proposing;
  final Ballot ballot;
  final Endings endings;
  final Ratings ratings;
  final Rounds rounds;
  final RoundClosing closing;
  final ProposalViews views;

  Club(Pool pool) {
    this(pool, new ManualClock());
  }

  Club(Pool pool, ManualClock clock) {
    this.pool = pool;
    this.clock = clock;
    ProposalsConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(ProposalsConfig.class)
            .build()
            .getConfigMapping(ProposalsConfig.class);
    AuditLog audit = AuditLogs.of(clock);
    VotingTurns turns = new VotingTurns(TestDatabase.profile());
    Writes writes = new Writes(pool, clock, new RecordedEvents<>(changes));
    proposals = new Proposals(pool, clock);
    proposing = new Proposing(writes, proposals, config, audit, clock, new RecordedEvents<>(films));
    ballot = new Ballot(writes, turns, audit, clock);
    endings = new Endings(writes, proposals, audit, clock);
    ratings = new Ratings(writes, proposals, audit, clock);
    rounds = new Rounds(pool, writes, audit, clock);
    closing = new RoundClosing(pool, writes, turns, rounds, audit, clock);
    views = new ProposalViews(pool);
  }

  /** Nothing proposed, nothing known, nothing done; members stay. */
  Club forgetAll() {
    for (String what : List.of("forget", "forget_metadata", "forget_audit")) {
      run(what, Map.of());
    }
    return this;
  }

  Caller member(String name) {
    return new Caller(name, TestMembers.add(pool, name, "member"), false);
  }

  Caller admin(String name) {
    return new Caller(name, TestMembers.add(pool, name, "admin"), true);
  }

  List<Caller> members(int howMany) {
    return IntStream.range(0, howMany).mapToObj(n -> member("Member " + n)).toList();
  }

  static ProposalBody film(String title) {
    return new ProposalBody(null, title, null, null, false);
  }

  static ProposalBody film(String imdbId, String title, Integer year) {
    return new ProposalBody(imdbId, title, year, null, false);
  }

  /** A second later, so that order is told by time. */
  long propose(Caller member, ProposalBody body) {
    clock.tick(Duration.ofSeconds(1));
    return get(proposing.propose(body, member)).done().id();
  }

  long propose(Caller member, String title) {
    return propose(member, film(title));
  }

  void vote(long id, Caller... voters) {
    for (Caller voter : voters) {
      clock.tick(Duration.ofSeconds(1));
      get(ballot.give(id, voter)).done();
    }
  }

  /** One that begins now and is closed by hand. */
  long open(String visibility, Integer maxVotes) {
    return open(new RoundBody("A night", clock.instant(), null, maxVotes, visibility));
  }

  long open(RoundBody body) {
    return get(rounds.open(body, admin("Grace"))).done().id();
  }

  JsonNode close(long id) {
    return read(get(closing.close(id, admin("Grace"))).done()).get("round");
  }

  JsonNode standings(String period) {
    Sql sql = ProposalViews.STANDINGS.sql();
    Map<String, Object> binds = Map.of("now", clock.instant(), "period", period);
    return read(get(sql.on(pool, binds)).iterator().next().getString("document"));
  }

  JsonNode find(long id, Caller reader) {
    return read(get(proposals.find(id, reader)).orElseThrow()).get("proposal");
  }

  void known(String imdbId, String data, Instant freshUntil) {
    run(
        "metadata",
        Map.of(
            "imdb_id",
            imdbId,
            "data",
            data,
            "at",
            freshUntil.minus(Duration.ofDays(1)),
            "fresh_until",
            freshUntil));
  }

  List<Row> audit() {
    return run("audit", Map.of());
  }

  long count(String what) {
    return run("counts", Map.of()).get(0).getLong(what);
  }

  List<Row> run(String file, Map<String, Object> binds) {
    RowSet<Row> rows = get(Sql.of("proposalstest/" + file + ".sql").on(pool, binds));
    return java.util.stream.StreamSupport.stream(rows.spliterator(), false).toList();
  }

  /** All of them at the same moment, as far as connections reach. */
  static List<Outcome> atOnce(List<Uni<Outcome>> asked) {
    return get(Uni.join().all(asked).andCollectFailures());
  }

  /** Why it was refused. */
  static ProblemCode refusal(Outcome outcome) {
    return ProblemCodes.of(((Outcome.Refused) outcome).problem());
  }

  static <T> T get(Uni<T> asked) {
    return asked.await().atMost(PATIENCE);
  }

  static JsonNode read(Outcome.Done done) {
    return read(done.document());
  }

  static JsonNode read(String document) {
    try {
      return JSON.readTree(document);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
