package app.marquee.ops;

import app.marquee.cli.CliCommand;
import app.marquee.cli.ExitStatus;
import app.marquee.views.Catalog;
import app.marquee.views.DatabaseTime;
import app.marquee.views.KeyReport;
import app.marquee.views.OpenRun;
import app.marquee.views.RunLog;
import app.marquee.views.Survey;
import app.marquee.views.ViewIndex;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tells how fresh everything is, and to cron whether that is fresh enough. */
@Dependent
@Command(
    name = "status",
    sortOptions = false,
    description = {
      "Tell how fresh every view is, what runs and what is due.",
      "With --max-age it is a check for cron or Nagios: one line that begins with OK or STALE, then"
          + " one for each view that is missing or was checked longer ago."
    },
    footer = {
      "",
      "Exit codes: 0 told, 1 a view is missing or older than --max-age, 2 the database failed or its"
          + " tables are of another version, 64 the words make no sense."
    })
public class StatusCommand implements CliCommand {
  // They count what a process has served, and this one serves nobody.
  private static final List<String> OF_A_SERVICE =
      List.of("hit_rate", "hits", "misses", "memory_bytes", "next_refresh");

  @Inject Catalog catalog;
  @Inject Survey survey;
  @Inject ViewIndex index;
  @Inject CacheReport report;
  @Inject DatabaseTime time;
  @Inject RunLog log;
  @Inject Migrations migrations;
  @Inject ObjectMapper json;
  @Spec CommandSpec spec;

  @Option(
      names = "--max-age",
      paramLabel = "SPAN",
      converter = Span.class,
      description = {
        "How long ago a view may have been checked, such as 20m, 1h30m or PT20M.",
        "Views that a read never computes, such as predictions, are checked once a night: for them"
            + " it holds only if it is longer than the 26 hours they stay fresh, or if --feature"
            + " names theirs."
      })
  private Duration maxAge;

  @Option(names = "--feature", paramLabel = "NAME", description = "Only this feature's views.")
  private String feature;

  @Option(names = "--json", description = "Tell it as one JSON object, every key in it.")
  private boolean asJson;

  @Override
  public boolean migrates() {
    return false;
  }

  @Override
  public Integer call() {
    if (feature != null && catalog.feature(feature).isEmpty()) {
      throw new ParameterException(spec.commandLine(), "there is no feature '" + feature + "'");
    }
    Optional<String> wrong = migrations.complaint();
    if (wrong.isPresent()) {
      spec.commandLine().getErr().println("marquee: " + wrong.get());
      return ExitStatus.FAILED;
    }
    CliCommand.await(survey.take());
    CacheReport.CacheStatus status =
        report.status(true, f -> feature == null || f.name().equals(feature));
    Optional<Outdated> outdated =
        Optional.ofNullable(maxAge)
            .map(age -> Outdated.among(status.views(), age, feature != null));
    PrintWriter out = spec.commandLine().getOut();
    if (asJson) {
      out.println(object(status, outdated));
    } else if (outdated.isPresent()) {
      StatusText.print(out, outdated.get(), maxAge);
    } else {
      StatusText.print(out, status, runs(), time.now());
    }
    out.flush();
    return outdated.map(Outdated::none).orElse(true) ? ExitStatus.OK : ExitStatus.PARTIAL;
  }

  /** Those under way, as their address tells them. */
  private List<JsonNode> runs() {
    List<JsonNode> runs = new ArrayList<>();
    for (OpenRun run : index.openRuns()) {
      CliCommand.await(log.find(run.id())).map(this::read).ifPresent(runs::add);
    }
    return runs;
  }

  private ObjectNode object(CacheReport.CacheStatus status, Optional<Outdated> outdated) {
    ObjectNode object = json.valueToTree(status);
    object.remove(OF_A_SERVICE);
    ArrayNode runs = object.putArray("runs");
    runs().forEach(runs::add);
    object.put(
        "next_due", StatusText.nextDue(status, time.now()).map(Instant::toString).orElse(null));
    outdated.ifPresent(
        told -> {
          object.put("max_age_seconds", maxAge.toSeconds());
          ArrayNode keys = object.putArray("outdated");
          told.keys().stream().map(KeyReport.Line::cacheKey).forEach(keys::add);
        });
    return object;
  }

  private JsonNode read(String run) {
    try {
      return json.readTree(run);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not what find_run.sql promises", e);
    }
  }
}
