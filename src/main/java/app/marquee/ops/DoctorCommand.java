package app.marquee.ops;

import app.marquee.cli.CliCommand;
import app.marquee.cli.Examination;
import app.marquee.cli.ExitStatus;
import app.marquee.cli.Finding;
import app.marquee.db.DatabaseFailure;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks at everything the service needs and tells what is wrong with it. */
@Dependent
@Command(
    name = "doctor",
    sortOptions = false,
    description = {
      "Look at everything the service needs: configuration, database, rights, migrations,"
          + " connections, clocks, disk, secrets, refreshing, time zones, providers.",
      "One line each, the worst first: ok, warn or fail, what it is about, and what to do. Nothing"
          + " is changed, not even migrated."
    },
    footer = {
      "",
      "Exit codes: 0 all is well, 1 there are warnings, 2 something fails, 64 the words make no"
          + " sense."
    })
public class DoctorCommand implements CliCommand {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Comparator<Finding> WORST_FIRST =
      Comparator.comparing(Finding::level).reversed().thenComparing(Finding::name);

  @Inject @Any Instance<Examination> examinations;
  @Spec CommandSpec spec;

  @Option(names = "--offline", description = "Ask no provider.")
  private boolean offline;

  @Option(names = "--json", description = "Tell it as one JSON object.")
  private boolean asJson;

  @Override
  public boolean migrates() {
    return false;
  }

  @Override
  public boolean examines() {
    return true;
  }

  @Override
  public void refused(String line) {
    tell(List.of(Finding.fail("start", line)));
  }

  @Override
  public Integer call() {
    List<Finding> findings =
        CliCommand.await(
            Multi.createFrom()
                .iterable(examinations.stream().filter(one -> !offline || !one.online()).toList())
                .onItem()
                .transformToUniAndConcatenate(DoctorCommand::examine)
                .onItem()
                .<Finding>disjoint()
                .collect()
                .asList());
    return tell(findings.stream().sorted(WORST_FIRST).toList());
  }

  private static Uni<List<Finding>> examine(Examination examination) {
    return examination
        .examine()
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .onFailure(DatabaseFailure::is)
        .recoverWithItem(
            failure ->
                List.of(
                    Finding.fail(
                        examination.name(), "the database failed: " + failure.getMessage())));
  }

  private int tell(List<Finding> findings) {
    PrintWriter out = spec.commandLine().getOut();
    int worst = findings.stream().mapToInt(one -> one.level().ordinal()).max().orElse(0);
    if (asJson) {
      // Not an injected one: there is none when the start was refused.
      ObjectMapper json = new ObjectMapper();
      ObjectNode report = json.createObjectNode().put("ok", worst == 0);
      out.println(report.<ObjectNode>set("findings", json.valueToTree(findings)));
    } else {
      findings.forEach(one -> out.printf("%-4s  %s: %s%n", one.level(), one.name(), one.text()));
    }
    out.flush();
    return switch (worst) {
      case 0 -> ExitStatus.OK;
      case 1 -> ExitStatus.PARTIAL;
      default -> ExitStatus.FAILED;
    };
  }
}
