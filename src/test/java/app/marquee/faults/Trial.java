package app.marquee.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One fault under load: what happened meanwhile, and the proof that no promise was broken. */
final class Trial implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 120;
  private static final Path REPORT = Path.of("target", "faults.tsv");

  private final Stage stage;
  private final String fault;
  private final Ledger ledger = new Ledger();
  private final Load load;
  private Duration recovery = Duration.ZERO;

  Trial(Stage stage, String fault, Load.Counters counters) {
    this.stage = stage;
    this.fault = fault;
    this.load = Load.start(stage.nodes(), stage.paths(), stage.world(), ledger, counters);
  }

  Ledger ledger() {
    return ledger;
  }

  /** The load goes on until so many more reads have been answered. */
  void goOn(int reads) {
    long enough = ledger.reads() + reads;
    Stage.within(PATIENCE_SECONDS).until(() -> ledger.reads() >= enough);
  }

  /** The fault is over: a run that begins now is seen on every node, and nothing is stale. */
  void awaitRecovery() {
    long began = System.nanoTime();
    stage.nodes().forEach(Stage::awaitReady);
    stage.awaitCommonPublish();
    recovery = Duration.ofNanos(System.nanoTime() - began);
    stage
        .nodes()
        .forEach(node -> Stage.within(PATIENCE_SECONDS).until(() -> stale(node).isEmpty()));
  }

  /** How long after the end of a run of one node another one shows what it published. */
  Duration publishSeen(Node publisher, Node reader) {
    String status = stage.awaitEnd(Stage.refresh(publisher));
    long ended = System.nanoTime();
    assertThat(status).isEqualTo("success");
    long generation = stage.publishedGeneration();
    Stage.within(PATIENCE_SECONDS).until(() -> Stage.generation(reader) >= generation);
    Duration took = Duration.ofNanos(System.nanoTime() - ended);
    ledger.count("publishes seen within " + (1 + took.toSeconds()) + " s");
    return took;
  }

  private Map<String, String> stale(Node node) {
    return stage.readAll(node).entrySet().stream()
        .filter(answer -> reason(answer.getValue()) != null)
        .collect(Collectors.toMap(Map.Entry::getKey, answer -> reason(answer.getValue())));
  }

  private static String reason(HttpResponse<String> answer) {
    return answer.headers().firstValue("X-Cache-Stale-Reason").orElse(null);
  }

  /** Ends the load and compares every promise with the database. */
  void prove() throws InterruptedException {
    load.close();
    Set<String> stored = stage.world().stored();
    Set<String> lost = new HashSet<>(ledger.acknowledged());
    lost.removeAll(stored);
    long kept = ledger.unanswered().keySet().stream().filter(stored::contains).count();
    report(lost.size(), kept);
    assertThat(ledger.violations()).as("cached views").isEmpty();
    assertThat(lost).as("acknowledged writes that are not there").isEmpty();
    assertThat(stage.world().countedTwice()).as("votes counted twice").isEmpty();
    assertThat(stage.world().doublePublishes()).as("double publishes").isEmpty();
    assertThat(ledger.summary())
        .as("nothing but 503 with the time to come back")
        .doesNotContainKeys(
            "vote 500", "push 500", "vote 503 without Retry-After", "push 503 without Retry-After");
    assertThat(ledger.acknowledged()).as("writes that were taken").isNotEmpty();
  }

  private void report(int lost, long kept) {
    String line =
        "%s\treads %d\texcused %d\tviolations %d\tslowest %d ms\tacknowledged %d\tlost %d\trefused or unanswered %d\tof these stored %d\trecovered after %d ms\t%s%n"
            .formatted(
                fault,
                ledger.reads(),
                ledger.excused(),
                ledger.violations().size(),
                ledger.slowest().toMillis(),
                ledger.acknowledged().size(),
                lost,
                ledger.unanswered().size(),
                kept,
                recovery.toMillis(),
                ledger.summary());
    System.out.print(line);
    try {
      Files.writeString(REPORT, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    load.close();
  }
}
