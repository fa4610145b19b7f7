package app.marquee.views;

import app.marquee.views.RunReport.KeyOutcome;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one publish does with every key, decided against the current builds it has locked. */
final class PublishDecision {
  private final Catalog catalog;
  private final Snapshot snapshot;
  private final long generation;
  private final Map<String, Row> current;
  private final Map<Key, KeyOutcome> outcomes = new LinkedHashMap<>();
  private final List<Built.Ready> refreshed = new ArrayList<>();
  private final List<Build> builds = new ArrayList<>();
  private final Map<Key, String> definitions = new HashMap<>();

  /**
   * @param current rows of {@code lock_builds.sql} by key; a key without a build has none
   */
  PublishDecision(Catalog catalog, Snapshot snapshot, long generation, Map<String, Row> current) {
    this.catalog = catalog;
    this.snapshot = snapshot;
    this.generation = generation;
    this.current = current;
  }

  Snapshot snapshot() {
    return snapshot;
  }

  long generation() {
    return generation;
  }

  Map<Key, KeyOutcome> outcomes() {
    return outcomes;
  }

  List<Built.Ready> refreshed() {
    return refreshed;
  }

  Publisher.Result result() {
    return new Publisher.Result.Published(
        new RunReport(outcomes, generation, Optional.empty()), builds, refreshed);
  }

  /** A key that was built: past the gate, and newer than what is there. */
  void decide(Built built, boolean accept, Event<ViewEvent> events) {
    // A key whose profile has been deleted since its build began must not come back.
    if (catalog.findKey(built.key().toString()).isEmpty()) {
      outcomes.put(built.key(), KeyOutcome.SUPERSEDED);
      return;
    }
    if (built instanceof Built.Failed failed) {
      outcomes.put(failed.key(), KeyOutcome.failed(Reason.BUILD_FAILED, failed.message()));
      return;
    }
    Built.Ready ready = (Built.Ready) built;
    Row before = current.get(ready.key().toString());
    if (superseded(before)) {
      outcomes.put(ready.key(), KeyOutcome.SUPERSEDED);
      return;
    }
    int rowsBefore = before == null ? -1 : before.getInteger("record_count");
    Optional<String> refusal =
        Gate.refusal(catalog.view(ready.key()), ready.key(), ready.parsed().rows(), rowsBefore);
    if (refusal.isPresent() && !accept) {
      outcomes.put(ready.key(), KeyOutcome.failed(Reason.GATE_REJECTED, refusal.get()));
      return;
    }
    refusal.ifPresent(reason -> events.fire(new ViewEvent.GateOverruled(ready.key(), reason)));
    if (before != null && before.getString("etag").equals(ready.etag())) {
      confirm(ready.key(), ready.definition());
    } else {
      refresh(ready);
    }
  }

  private void refresh(Built.Ready ready) {
    refreshed.add(ready);
    int records = ready.recordCount(catalog.view(ready.key()));
    add(
        ready.key(),
        ready.definition(),
        ready.etag(),
        records,
        ready.generatedAt(),
        ready.millis(),
        ready.body().length);
    outcomes.put(ready.key(), KeyOutcome.REFRESHED);
  }

  /** A key whose current build is right as it is, and was made by the definition it has. */
  void confirm(Key key) {
    Row before = current.get(key.toString());
    confirm(key, before == null ? null : before.getString("definition_hash"));
  }

  /** What a key that is published was made by. */
  String definition(Key key) {
    return definitions.get(key);
  }

  private void confirm(Key key, String definition) {
    Row before = current.get(key.toString());
    if (before == null || superseded(before)) {
      outcomes.put(key, KeyOutcome.SUPERSEDED);
      return;
    }
    add(
        key,
        definition,
        before.getString("etag"),
        before.getInteger("record_count"),
        before.getOffsetDateTime("generated_at").toInstant(),
        before.getInteger("generation_time_ms"),
        before.getInteger("bytes"));
    outcomes.put(key, KeyOutcome.CONFIRMED);
  }

  /**
   * Versions of a source commit in order, so a greater one is newer for certain; at equal facts the
   * clock decides.
   */
  private boolean superseded(Row before) {
    if (before == null) {
      return false;
    }
    int byVersion = Long.compare(snapshot.version(), before.getLong("source_version"));
    Instant checkedAt = before.getOffsetDateTime("checked_at").toInstant();
    return byVersion < 0 || byVersion == 0 && !snapshot.takenAt().isAfter(checkedAt);
  }

  private void add(
      Key key,
      String definition,
      String etag,
      int records,
      Instant generatedAt,
      int millis,
      long bytes) {
    definitions.put(key, definition);
    builds.add(
        new Build(
            key,
            etag,
            records,
            snapshot.asOf(),
            generatedAt,
            snapshot.takenAt(),
            snapshot.now(),
            millis,
            generation,
            snapshot.version(),
            definition,
            bytes));
  }
}
