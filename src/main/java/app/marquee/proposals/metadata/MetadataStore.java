package app.marquee.proposals.metadata;

import app.marquee.db.DatabaseProfile;
import app.marquee.db.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The table of metadata: claims and what came of them. Errors: those of the database. */
@Singleton
class MetadataStore {
  private static final Sql CLAIM = Sql.of("proposals/claim_metadata.sql");
  private static final Sql CLAIM_IN_TURN = Sql.of("proposals/claim_metadata_in_turn.sql");
  private static final Sql COUNT = Sql.of("proposals/count_wanted_metadata.sql");
  private static final Sql WRITE = Sql.of("proposals/write_metadata.sql");
  private static final Sql ENSURE = Sql.of("proposals/ensure_metadata.sql");

  private final Pool pool;
  private final Clock clock;
  private final MetadataConfig config;
  private final NextAttempt next;
  private final Sql claim;

  MetadataStore(
      Pool pool, Clock clock, MetadataConfig config, NextAttempt next, DatabaseProfile profile) {
    this.pool = pool;
    this.clock = clock;
    this.config = config;
    this.next = next;
    this.claim = profile.locksAsPostgres() ? CLAIM : CLAIM_IN_TURN;
  }

  /**
   * Films that are ours to ask for, for a while.
   *
   * @param failures in a row, by film
   */
  record Claim(String owner, Map<String, Integer> failures) {
    List<String> ids() {
      return failures.keySet().stream().sorted().toList();
    }
  }

  /** The next films of an order that began then; none if there are none left. */
  Uni<Claim> claim(RefreshOrder order, Instant began, int most) {
    String owner = UUID.randomUUID().toString();
    Map<String, Object> binds = wanted(order, began);
    binds.put("owner", owner);
    binds.put("lease_until", clock.instant().plus(config.lease()));
    binds.put("batch", most);
    return claim
        .on(pool, binds)
        .map(
            rows ->
                new Claim(
                    owner,
                    StreamSupport.stream(rows.spliterator(), false)
                        .collect(
                            Collectors.toMap(
                                row -> row.getString("imdb_id"),
                                row -> row.getInteger("failures")))));
  }

  Uni<Integer> count(RefreshOrder order, Instant began) {
    Map<String, Object> binds = wanted(order, began);
    binds.put("limit", order.limit());
    return COUNT.on(pool, binds).map(rows -> rows.iterator().next().getInteger("wanted"));
  }

  /** Whether each film was changed by it; those another node took over are left out. */
  Uni<Map<String, Boolean>> write(Claim claim, Map<String, Verdict> verdicts) {
    List<String> ids = claim.ids();
    List<Verdict> of = ids.stream().map(verdicts::get).toList();
    Instant now = clock.instant();
    Map<String, Object> binds = new HashMap<>();
    binds.put("owner", claim.owner());
    binds.put("now", now);
    binds.put("ids", ids.toArray(String[]::new));
    binds.put("outcomes", of.stream().map(v -> v.outcome().name()).toArray(String[]::new));
    binds.put(
        "films",
        of.stream().map(v -> v.film() == null ? null : v.film().json()).toArray(String[]::new));
    binds.put("providers", of.stream().map(Verdict::provider).toArray(String[]::new));
    binds.put("reasons", of.stream().map(Verdict::reason).toArray(String[]::new));
    Instant[] fresh = of.stream().map(verdict -> next.freshUntil(now)).toArray(Instant[]::new);
    binds.put("fresh_until", fresh);
    binds.put("next_attempt_at", nextAttempts(claim, ids, of, fresh, now));
    return WRITE
        .on(pool, binds)
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .collect(
                        Collectors.toMap(row -> row.getString("imdb_id"), MetadataStore::changed)));
  }

  /** A row for each proposed film that has none: whoever was to make it may be gone. */
  Uni<Void> ensure() {
    return ENSURE.on(pool, Map.of("now", clock.instant())).replaceWithVoid();
  }

  private Instant[] nextAttempts(
      Claim claim, List<String> ids, List<Verdict> of, Instant[] fresh, Instant now) {
    Instant[] attempts = new Instant[ids.size()];
    for (int i = 0; i < attempts.length; i++) {
      attempts[i] =
          of.get(i).outcome() == Verdict.Outcome.OK
              ? fresh[i]
              : next.after(of.get(i), claim.failures().get(ids.get(i)), now);
    }
    return attempts;
  }

  private Map<String, Object> wanted(RefreshOrder order, Instant began) {
    Instant now = clock.instant();
    Map<String, Object> binds = new HashMap<>();
    binds.put("now", now);
    binds.put("began", began);
    binds.put("older_than", order.olderThan() == null ? null : now.minus(order.olderThan()));
    binds.put("ids", order.ids() == null ? null : order.ids().toArray(String[]::new));
    binds.put("force", order.force());
    binds.put("only_missing", order.onlyMissing());
    return binds;
  }

  private static Boolean changed(Row row) {
    return row.getBoolean("changed");
  }
}
