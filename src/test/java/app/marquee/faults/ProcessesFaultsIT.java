package app.marquee.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.marquee.testkit.PostgresCluster;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nodes and PostgreSQL are killed, stopped and started again, under load. */
@Timeout(600)
class ProcessesFaultsIT {
  private static final int A_WHILE = 600;

  @TempDir static Path folder;
  private static Stage stage;

  @BeforeAll
  static void open() {
    assumeTrue(PostgresCluster.installed(), "PostgreSQL 15 is not installed");
    stage = new Stage(folder, PostgresCluster.create(folder.resolve("postgres")));
    for (int i = 0; i < 3; i++) {
      stage.add(Map.of());
    }
    stage.open();
  }

  @AfterAll
  static void close() {
    if (stage != null) {
      stage.close();
    }
  }

  @Test
  void aNodeKilledInARunTakesNothingAlong() throws Exception {
    try (Trial trial = stage.begin("a node is killed in a run and started again")) {
      trial.goOn(A_WHILE);
      Node killed;
      try (Connection lock = stage.holdRuns()) {
        Stage.refresh(stage.node(1));
        killed = stage.awaitHeldNode();
        killed.kill();
        lock.rollback();
      }
      trial.goOn(A_WHILE);
      stage.startAgain(killed);
      trial.awaitRecovery();
      trial.prove();
    }
  }

  @Test
  void aNodeStoppedPastItsLeaseAndContinuedPublishesNothing() throws Exception {
    try (Trial trial = stage.begin("a node is stopped past its lease and continued")) {
      trial.goOn(A_WHILE);
      Node stopped;
      long run;
      try (Connection lock = stage.holdRuns()) {
        Stage.refresh(stage.node(1));
        stopped = stage.awaitHeldNode();
        run = runOfEverything();
        stopped.expectNothing();
        stopped.signal("STOP");
        lock.rollback();
      }
      try {
        assertThat(stage.awaitEnd(run)).isEqualTo("abandoned");
        trial.goOn(A_WHILE);
      } finally {
        stopped.signal("CONT");
      }
      Stage.awaitReady(stopped);
      stopped.expectAnswers();
      trial.awaitRecovery();
      trial.prove();
    }
  }

  private static long runOfEverything() {
    return stage
        .world()
        .number("select log_id from cache_refresh_log where status = 'running' and scope = 'all'");
  }

  @Test
  void aRestartOfPostgresIsNotSeenByReaders() throws Exception {
    try (Trial trial = stage.begin("PostgreSQL is restarted")) {
      trial.goOn(A_WHILE);
      stage.database().stop("fast");
      trial.goOn(A_WHILE);
      stage.database().start();
      trial.awaitRecovery();
      trial.prove();
    }
  }

  @Test
  void aCrashOfPostgresInAPublishLosesNothing() throws Exception {
    try (Trial trial = stage.begin("PostgreSQL crashes in a publish")) {
      trial.goOn(A_WHILE);
      try (Connection lock = stage.holdRuns()) {
        Stage.refresh(stage.node(1));
        stage.awaitHeldNode();
        lock.rollback();
      }
      Stage.within(60)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(2))
          .until(
              () ->
                  stage
                          .world()
                          .number(
                              "select count(*) from pg_locks where mode = 'RowExclusiveLock' and"
                                  + " relation = cast('noted_publish' as regclass)")
                      > 0);
      stage.database().stop("immediate");
      trial.goOn(A_WHILE);
      stage.database().start();
      trial.awaitRecovery();
      trial.prove();
    }
  }

  @Test
  void aTerminatedNodeEndsItsStreamsAndItsRunWithinTwentySeconds() throws Exception {
    try (Trial trial = stage.begin("a node is terminated with an open event stream")) {
      trial.goOn(A_WHILE);
      Node leaving;
      long run;
      CompletableFuture<Long> stream;
      try (Connection lock = stage.holdRuns()) {
        Stage.refresh(stage.node(1));
        leaving = stage.awaitHeldNode();
        run = runOfEverything();
        stream = leaving.listen("/api/events");
        lock.rollback();
      }
      assertThat(leaving.terminate(Duration.ofSeconds(20))).isTrue();
      assertThat(stream).succeedsWithin(Duration.ofSeconds(1));
      trial.ledger().count("its run: " + stage.awaitEnd(run));
      trial.goOn(A_WHILE);
      stage.startAgain(leaving);
      trial.awaitRecovery();
      trial.prove();
    }
  }
}
