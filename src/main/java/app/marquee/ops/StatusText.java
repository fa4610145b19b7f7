package app.marquee.ops;

import app.marquee.views.KeyReport;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How everything stands, for people. */
final class StatusText {
  private static final int KEYS_SHOWN = 20;
  private static final String NONE = "-";
  private static final Comparator<KeyReport.Line> WORST_FIRST =
      Comparator.comparing((KeyReport.Line key) -> key.ageSeconds() != null)
          .thenComparing(key -> key.ageSeconds() == null ? 0 : -key.ageSeconds())
          .thenComparing(KeyReport.Line::cacheKey);

  private StatusText() {}

  /** The check: its verdict in the first line. */
  static void print(PrintWriter out, Outdated outdated, Duration maxAge) {
    if (outdated.none()) {
      out.printf(
          "OK %d keys, the oldest checked %s ago%n",
          outdated.total(), outdated.oldest() == null ? NONE : Span.text(outdated.oldest()));
      return;
    }
    out.printf(
        "STALE %d of %d keys: %d older than %s, %d missing%n",
        outdated.keys().size(),
        outdated.total(),
        outdated.keys().size() - outdated.missing(),
        Span.text(maxAge),
        outdated.missing());
    outdated.keys().stream().sorted(WORST_FIRST).forEach(key -> print(out, key));
  }

  static void print(
      PrintWriter out, CacheReport.CacheStatus status, List<JsonNode> runs, Instant now) {
    out.printf(
        "%-12s %6s %6s %6s %8s %8s%n", "feature", "keys", "fresh", "stale", "missing", "oldest");
    for (CacheReport.FeatureCounts feature : status.features()) {
      out.printf(
          "%-12s %6d %6d %6d %8d %8s%n",
          feature.name(),
          feature.totalViews(),
          feature.freshViews(),
          feature.staleViews(),
          feature.missingViews(),
          oldest(status, feature.name()));
    }
    List<KeyReport.Line> worst =
        status.views().stream().filter(StatusText::worthTelling).sorted(WORST_FIRST).toList();
    worst.stream().limit(KEYS_SHOWN).forEach(key -> print(out, key));
    if (worst.size() > KEYS_SHOWN) {
      out.printf("and %d more; --json tells of every key%n", worst.size() - KEYS_SHOWN);
    }
    printTimes(out, status, runs, now);
  }

  private static void printTimes(
      PrintWriter out, CacheReport.CacheStatus status, List<JsonNode> runs, Instant now) {
    if (status.clock().replay()) {
      out.printf("replay clock: it is taken for %s%n", seconds(status.clock().now()));
    }
    if (!status.cacheEnabled()) {
      out.println("the view cache is off: reads compute");
    }
    Refreshing refreshing = status.refreshing();
    if (refreshing.paused()) {
      out.printf(
          "refreshing is paused, by %s since %s%s%n",
          refreshing.by(),
          seconds(refreshing.since()),
          refreshing.reason() == null ? "" : ": " + refreshing.reason());
    }
    out.println(
        status.lastRefresh() == null
            ? "last run: none"
            : "last run: %s at %s, %d ms"
                .formatted(
                    status.lastRefreshStatus(),
                    seconds(status.lastRefresh()),
                    status.lastRefreshDurationMs()));
    runs.forEach(run -> out.println(text(run)));
    nextDue(status, now).ifPresent(due -> out.printf("next due: %s, by age%n", seconds(due)));
  }

  /**
   * When the first fresh build that a read may compute grows stale by age alone; the service
   * refreshes at its own times, and after every change of facts.
   */
  static Optional<Instant> nextDue(CacheReport.CacheStatus status, Instant now) {
    return status.views().stream()
        .filter(key -> key.policy().equals("compute") && key.state().equals("fresh"))
        .map(key -> key.freshForSeconds() - key.ageSeconds())
        .min(Long::compare)
        .map(left -> now.plusSeconds(left).truncatedTo(ChronoUnit.SECONDS));
  }

  private static String text(JsonNode run) {
    boolean queued = run.path("status").asText().equals("queued");
    return "%s: run %d of %s%s, by %s%s"
        .formatted(
            run.path("status").asText(),
            run.path("id").asLong(),
            run.path("scope").asText(),
            queued
                ? ""
                : ", %d of %d keys".formatted(run.path("done").asInt(), run.path("total").asInt()),
            run.path("requested_by").asText(run.path("trigger").asText()),
            queued ? "" : ", held by " + run.path("holder").asText());
  }

  private static String oldest(CacheReport.CacheStatus status, String feature) {
    return status.views().stream()
        .filter(key -> key.feature().equals(feature) && key.ageSeconds() != null)
        .map(KeyReport.Line::ageSeconds)
        .max(Long::compare)
        .map(age -> Span.text(Duration.ofSeconds(age)))
        .orElse(NONE);
  }

  private static boolean worthTelling(KeyReport.Line key) {
    return !key.state().equals("fresh") || key.reason() != null || key.paused();
  }

  private static void print(PrintWriter out, KeyReport.Line key) {
    String age = key.ageSeconds() == null ? "" : Span.text(Duration.ofSeconds(key.ageSeconds()));
    out.println(
        Stream.of(
                "%-7s".formatted(key.state()),
                key.cacheKey(),
                age,
                key.reason() == null ? "" : key.reason(),
                key.paused() && !"paused".equals(key.reason()) ? "paused" : "")
            .filter(word -> !word.isEmpty())
            .reduce((a, b) -> a + " " + b)
            .orElseThrow());
  }

  private static Instant seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }
}
