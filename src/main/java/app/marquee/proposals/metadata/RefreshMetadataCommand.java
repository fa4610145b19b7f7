package app.marquee.proposals.metadata;

import app.marquee.cli.CliCommand;
import app.marquee.cli.ExitStatus;
import app.marquee.proposals.ImdbId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Asks the providers for films anew, beside a running service or without one. */
@Dependent
@Command(
    name = "refresh-metadata",
    sortOptions = false,
    description = {
      "Ask the configured providers for the metadata of proposed films, those first that waited"
          + " longest.",
      "What is known is never lost: a film that nobody tells of keeps what it has. A running"
          + " service may do the same at the same time; no film is asked for twice."
    },
    footer = {
      "",
      "Exit codes: 0 no film failed; 1 some films failed; 2 all films failed, or the database did;"
          + " 64 the words make no sense. Films that are skipped, because no provider may be asked"
          + " now, have not failed."
    })
public class RefreshMetadataCommand implements CliCommand {
  @Inject MetadataRefresh refresh;
  @Inject ObjectMapper json;
  @Spec CommandSpec spec;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "" + RefreshBody.LIMIT,
      description = "Films at most, 1 to 10000; ${DEFAULT-VALUE} unless given.")
  private int limit;

  @Option(
      names = "--hours",
      paramLabel = "N",
      defaultValue = "" + RefreshBody.HOURS,
      description = "How old data must be to be asked for anew; ${DEFAULT-VALUE} unless given.")
  private int hours;

  @Option(
      names = "--force",
      description =
          "Also films that are fresh, unknown to all or waiting after a failure. Pauses and budgets"
              + " of providers hold all the same.")
  private boolean force;

  @Option(names = "--dry-run", description = "Only tell how many films there are to ask for.")
  private boolean dryRun;

  @Option(
      names = "--ids",
      paramLabel = "ID",
      split = ",",
      description = "Only these films, such as tt0133093,tt0111161.")
  private List<String> ids;

  @Option(names = "--only-missing", description = "Only films of which nothing is known yet.")
  private boolean onlyMissing;

  @Option(names = "--json", description = "Report as one JSON object.")
  private boolean asJson;

  @Override
  public Integer call() {
    RefreshReport report = CliCommand.await(refresh.run(order()));
    PrintWriter out = spec.commandLine().getOut();
    if (asJson) {
      out.println(write(report));
    } else {
      print(out, report);
    }
    out.flush();
    return status(report);
  }

  static int status(RefreshReport report) {
    if (report.failed() == 0) {
      return ExitStatus.OK;
    }
    return report.failed() < report.selected() ? ExitStatus.PARTIAL : ExitStatus.FAILED;
  }

  private RefreshOrder order() {
    require(limit >= 1 && limit <= RefreshOrder.MOST, "--limit is not from 1 to 10000");
    require(hours >= 0 && hours <= RefreshBody.MOST_HOURS, "--hours is not from 0 to 8760");
    require(ids == null || ids.stream().allMatch(ImdbId::is), "--ids has what is no id of a film");
    return new RefreshOrder(limit, Duration.ofHours(hours), force, dryRun, ids, onlyMissing);
  }

  private void require(boolean sensible, String complaint) {
    if (!sensible) {
      throw new ParameterException(spec.commandLine(), complaint);
    }
  }

  private void print(PrintWriter out, RefreshReport report) {
    if (dryRun) {
      out.printf("%d films would be asked for%n", report.selected());
      return;
    }
    report.problems().forEach(film -> out.printf("%s %s%n", film.imdbId(), film.reason()));
    out.printf(
        "%d selected: %d updated, %d unchanged, %d not found, %d failed, %d skipped, %d ms%n",
        report.selected(),
        report.updated(),
        report.unchanged(),
        report.notFound(),
        report.failed(),
        report.skipped(),
        report.durationMs());
  }

  private String write(RefreshReport report) {
    try {
      return json.writeValueAsString(report);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
