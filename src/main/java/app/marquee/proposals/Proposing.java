package app.marquee.proposals;

import app.marquee.db.Sql;
import app.marquee.http.Problem;
import app.marquee.http.ProblemCode;
import app.marquee.security.AuditLog;
import app.marquee.security.AuditLog.Entry;
import app.marquee.security.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes proposals, one at a time per member and per title. */
@ApplicationScoped
class Proposing {
  private static final Sql LOCK_TITLE = Sql.of("proposals/lock_title.sql");
  private static final Sql CHECK = Sql.of("proposals/check_proposal.sql");
  private static final Sql ADD = Sql.of("proposals/add_proposal.sql");
  private static final Sql WANT_METADATA = Sql.of("proposals/want_metadata.sql");

  private final Writes writes;
  private final Proposals proposals;
  private final ProposalsConfig config;
  private final AuditLog audit;
  private final Clock clock;
  private final Event<FilmProposed> events;

  Proposing(
      Writes writes,
      Proposals proposals,
      ProposalsConfig config,
      AuditLog audit,
      Clock clock,
      Event<FilmProposed> events) {
    this.writes = writes;
    this.proposals = proposals;
    this.config = config;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  /** What is proposed, in the end: the title and year that were given or are known. */
  private record Film(String imdbId, String title, Integer year) {
    Map<String, Object> binds() {
      Map<String, Object> binds = new HashMap<>();
      binds.put("imdb_id", imdbId);
      binds.put("title", title);
      binds.put("year", year);
      return binds;
    }
  }

  /** Once it has committed, the film's metadata are asked for. */
  Uni<Outcome> propose(ProposalBody body, Caller caller) {
    return writes
        .writeAs(caller.memberId(), connection -> propose(connection, body, caller))
        .invoke(
            outcome -> {
              if (outcome.changed() && body.imdbId() != null) {
                events.fire(new FilmProposed(body.imdbId()));
              }
            });
  }

  private Uni<Outcome> propose(SqlConnection connection, ProposalBody body, Caller caller) {
    return LOCK_TITLE
        .on(connection, new Film(body.imdbId(), body.title(), body.year()).binds())
        .map(rows -> rows.iterator().next())
        .chain(
            row -> {
              if (row.getString("title") == null) {
                return Outcome.refused(titleUnknown());
              }
              Film film = new Film(body.imdbId(), row.getString("title"), row.getInteger("year"));
              return checked(connection, film, body, caller);
            });
  }

  private Uni<Outcome> checked(
      SqlConnection connection, Film film, ProposalBody body, Caller caller) {
    return check(connection, film, caller)
        .chain(
            found -> {
              Optional<Problem> against = against(found, body.confirm());
              return against.isPresent()
                  ? Outcome.refused(against.get())
                  : add(connection, film, body, caller);
            });
  }

  private Uni<Row> check(SqlConnection connection, Film film, Caller caller) {
    Map<String, Object> binds = film.binds();
    binds.put("member_id", caller.memberId());
    binds.put("open_limit", config.openLimit());
    return CHECK.on(connection, binds).map(rows -> rows.iterator().next());
  }

  private static Optional<Problem> against(Row found, boolean confirmed) {
    if (found.getLong("duplicate") != null) {
      return Optional.of(exists(found));
    }
    if (found.getLong("used") >= found.getInteger("allowed")) {
      return Optional.of(
          Problem.of(ProblemCode.LIMIT_REACHED, "withdraw one, or wait until one is watched")
              .with("limit", found.getInteger("allowed"))
              .with("used", found.getLong("used")));
    }
    if (found.getString("watched") != null && !confirmed) {
      return Optional.of(
          Problem.of(ProblemCode.ALREADY_WATCHED, "send confirm=true to propose it again")
              .with("watched", found.getString("watched")));
    }
    return Optional.empty();
  }

  private static Problem exists(Row found) {
    return Problem.of(ProblemCode.PROPOSAL_EXISTS, "vote for the one there is")
        .with(
            "proposal",
            Map.of("id", found.getLong("duplicate"), "title", found.getString("duplicate_title")));
  }

  private static Problem titleUnknown() {
    return Problem.of(
        ProblemCode.PARAMETER_INVALID,
        "see errors for each of them",
        List.of(
            Map.of(
                "parameter",
                "title",
                "message",
                "is required: nothing is known of this imdb_id yet")));
  }

  private Uni<Outcome> add(SqlConnection connection, Film film, ProposalBody body, Caller caller) {
    Map<String, Object> binds = film.binds();
    binds.put("note", body.note());
    binds.put("member_id", caller.memberId());
    binds.put("now", clock.instant());
    return ADD.on(connection, binds)
        .map(Writes::first)
        .chain(
            added ->
                added.isPresent()
                    ? added(connection, added.get().getLong("proposal_id"), film, caller)
                    // The same imdb_id under another title has come first.
                    : checked(connection, film, body, caller));
  }

  private Uni<Outcome> added(SqlConnection connection, long id, Film film, Caller caller) {
    Entry entry = Entry.of("proposal-made", "proposal " + id).with("title", film.title());
    return wantMetadata(connection, film)
        .chain(() -> audit.record(connection, caller, entry))
        .chain(() -> proposals.find(connection, id, caller))
        .map(document -> new Outcome.Done(id, document.orElseThrow(), true));
  }

  private Uni<Void> wantMetadata(SqlConnection connection, Film film) {
    return film.imdbId() == null
        ? Uni.createFrom().voidItem()
        : WANT_METADATA
            .on(connection, Map.of("imdb_id", film.imdbId(), "now", clock.instant()))
            .replaceWithVoid();
  }
}
