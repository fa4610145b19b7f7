package app.marquee.ops;

import app.marquee.cli.CliCommand;
import app.marquee.cli.ExitStatus;
import app.marquee.cli.StepProgress;
import app.marquee.views.Catalog;
import app.marquee.views.Coherence;
import app.marquee.views.Pause;
import app.marquee.views.RunLog;
import app.marquee.views.RunOptions;
import app.marquee.views.RunTicket;
import app.marquee.views.Runs;
import app.marquee.views.Scope;
import app.marquee.views.Trigger;
import app.marquee.views.ViewIndex;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Refreshes a scope and waits for the end of the run. */
@Dependent
@Command(
    name = "refresh",
    sortOptions = false,
    description = {
      "Refresh everything (--all, the default), a feature, a view or one key, and wait for the end.",
      "It is a refresh run like any other: leased, gated, logged; a run that is under way and new"
          + " enough is joined, whoever executes it. Keys that nothing can have changed are"
          + " confirmed, not built."
    },
    footer = {
      "",
      "Exit codes: 0 success, 1 some keys failed and keep their builds, 2 the run or the database"
          + " failed, 64 the words make no sense."
    })
public class RefreshCommand implements CliCommand {
  private static final String WHO = "command line";

  @Inject Catalog catalog;
  @Inject Coherence coherence;
  @Inject ViewIndex index;
  @Inject Runs runs;
  @Inject RunLog log;
  @Inject ObjectMapper json;
  @Spec CommandSpec spec;

  @ArgGroup(exclusive = true)
  private Width width = new Width();

  @Option(names = "--if-stale", description = "Leave alone what is fresh.")
  private boolean ifStale;

  @Option(names = "--force", description = "Build keys anew even if nothing has changed.")
  private boolean force;

  @Option(names = "--accept", description = "Publish what the gate refuses.")
  private boolean accept;

  @Option(
      names = "--wait",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "Wait for the end, which is the default; with --no-wait only ask for the run, tell its id"
              + " and leave it to a running service.")
  private boolean wait;

  @Option(names = "--json", description = "Report the run as one JSON object.")
  private boolean asJson;

  /** At most one of them; none means everything. */
  private static final class Width {
    @Option(names = "--all", description = "Everything, feature by feature.")
    private boolean all;

    @Option(
        names = "--feature",
        paramLabel = "NAME",
        description = "Everything of a feature, such as parks or films.")
    private String feature;

    @Option(
        names = "--view",
        paramLabel = "NAME",
        description = "Every key of a view, such as predictions_ranking.")
    private String view;

    @Option(
        names = "--key",
        paramLabel = "KEY",
        description = "One key, such as predictions_ranking_2020s_balanced.")
    private String key;

    Scope scope() {
      if (feature != null) {
        return new Scope(Scope.Kind.FEATURE, feature);
      }
      if (view != null) {
        return new Scope(Scope.Kind.VIEW, view);
      }
      return key == null ? Scope.ALL : new Scope(Scope.Kind.KEY, key);
    }
  }

  @Override
  public Integer call() {
    Scope scope = width.scope();
    if (scope.keys(catalog).isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "there is no " + scope.kind().word() + " '" + scope.name() + "'");
    }
    CliCommand.await(coherence.poll());
    if (index.refreshingPause().isPresent()) {
      return refused(index.refreshingPause().get());
    }
    JsonNode run = read(CliCommand.await(run(scope)));
    PrintWriter out = spec.commandLine().getOut();
    if (asJson) {
      out.println(run);
    } else if (!wait) {
      out.printf(
          "run %d: %s, left to a running service%n",
          run.path("id").asLong(), run.path("status").asText());
    } else {
      print(out, run);
    }
    out.flush();
    return switch (run.path("status").asText()) {
      case "success", "queued", "running" -> ExitStatus.OK;
      case "partial" -> ExitStatus.PARTIAL;
      default -> ExitStatus.FAILED;
    };
  }

  private int refused(Pause pause) {
    PrintWriter err = spec.commandLine().getErr();
    err.printf(
        "refreshing is paused, by %s since %s; resume it first%n", pause.by(), pause.since());
    err.flush();
    return ExitStatus.FAILED;
  }

  private Uni<String> run(Scope scope) {
    RunOptions options = new RunOptions(ifStale, force, accept);
    return (wait
            ? runs.request(scope, Trigger.REQUEST, options, WHO).call(this::end)
            : runs.ask(scope, Trigger.REQUEST, options, WHO))
        .chain(ticket -> log.find(ticket.id()))
        .map(run -> run.orElseThrow());
  }

  private Uni<Void> end(RunTicket ticket) {
    StepProgress progress = StepProgress.of("keys", spec.commandLine().getErr());
    return coherence
        .pollUntil(
            () -> {
              var open =
                  index.openRuns().stream().filter(run -> run.id() == ticket.id()).findFirst();
              open.ifPresent(run -> progress.to(run.done(), run.total()));
              return open.isEmpty();
            })
        .onTermination()
        .invoke(progress::close);
  }

  private static void print(PrintWriter out, JsonNode run) {
    run.path("failures")
        .forEach(
            failure ->
                out.printf(
                    "%s %s: %s%n",
                    failure.path("reason").asText(),
                    failure.path("cache_key").asText(),
                    failure.path("message").asText()));
    if (!run.path("error_message").isNull()) {
      out.println(run.path("error_message").asText());
    }
    out.printf(
        "run %d: %s, %d keys: %d refreshed, %d confirmed, %d superseded, %d failed, %d ms%n",
        run.path("id").asLong(),
        run.path("status").asText(),
        run.path("views_total").asInt(),
        run.path("views_refreshed").asInt(),
        run.path("views_confirmed").asInt(),
        run.path("views_superseded").asInt(),
        run.path("views_failed").asInt(),
        run.path("total_time_ms").asLong());
  }

  private JsonNode read(String run) {
    try {
      return json.readTree(run);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not what find_run.sql promises", e);
    }
  }
}
