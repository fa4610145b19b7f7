package app.marquee.ops;

import app.marquee.cli.CliCommand;
import app.marquee.cli.ExitStatus;
import app.marquee.views.Pruning;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Deletes what nobody needs any more, as the service does once a night. */
@Dependent
@Command(
    name = "prune",
    sortOptions = false,
    description = {
      "Delete what nobody needs any more, as the service does once a night: refresh runs and"
          + " collection cycles older than 90 days, builds of keys no longer declared, whole months"
          + " of raw snapshots older than marquee.parks.keep-snapshots.",
      "A month that has been pruned is closed: what comes in for it later is refused. The audit log"
          + " is kept."
    },
    footer = {
      "",
      "Exit codes: 0 done, 1 some of it failed and is tried again the next time, 2 all of it or the"
          + " database failed, 64 the words make no sense."
    })
public class PruneCommand implements CliCommand {
  @Inject Pruning pruning;
  @Inject ObjectMapper json;
  @Spec CommandSpec spec;

  @Option(names = "--dry-run", description = "Only tell what would go.")
  private boolean dryRun;

  @Option(names = "--json", description = "Report one JSON object.")
  private boolean asJson;

  @Override
  public Integer call() {
    List<Pruning.Outcome> outcomes = CliCommand.await(pruning.run(dryRun));
    PrintWriter out = spec.commandLine().getOut();
    if (asJson) {
      ObjectNode report = json.createObjectNode().put("dry_run", dryRun);
      out.println(report.<ObjectNode>set("pruned", json.valueToTree(outcomes)));
    } else {
      outcomes.forEach(outcome -> out.println(text(outcome)));
    }
    out.flush();
    long failed = outcomes.stream().filter(Pruning.Outcome::failed).count();
    return failed == 0
        ? ExitStatus.OK
        : failed == outcomes.size() ? ExitStatus.FAILED : ExitStatus.PARTIAL;
  }

  private String text(Pruning.Outcome outcome) {
    if (outcome.failed()) {
      return outcome.what() + ": failed: " + outcome.failure();
    }
    String names = outcome.names().isEmpty() ? "" : ": " + String.join(", ", outcome.names());
    return "%s: %d %s%s"
        .formatted(outcome.what(), outcome.count(), dryRun ? "would go" : "pruned", names);
  }
}
