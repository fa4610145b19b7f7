package app.marquee.ops;

import app.marquee.cli.CliCommand;
import app.marquee.cli.ExitStatus;
import app.marquee.cli.StepProgress;
import app.marquee.views.Catalog;
import app.marquee.views.Key;
import app.marquee.views.Verifier;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Computes stored builds again and tells where they differ. */
@Dependent
@Command(
    name = "verify",
    sortOptions = false,
    description = {
      "Compute stored builds again and tell where they differ.",
      "The same SQL runs on one snapshot of the database, for the time each build was made for, and"
          + " the documents are compared byte for byte. Nothing is written.",
      "A build is outdated if facts or its definition have changed since: it is not compared, the"
          + " next refresh replaces it."
    },
    footer = {
      "",
      "Exit codes: 0 nothing disagrees, 1 a build differs (with --strict also: is outdated or"
          + " missing), 2 a key could not be computed or the database failed, 64 the words make no"
          + " sense."
    })
public class VerifyCommand implements CliCommand {
  @Inject Catalog catalog;
  @Inject Verifier verifier;
  @Inject ObjectMapper json;
  @Spec CommandSpec spec;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description =
          "A key, such as park_downtime_today_all-parks; may be repeated (default: every key).")
  private List<String> keys = List.of();

  @Option(
      names = "--strict",
      description = "Name outdated and missing builds, and count them as disagreeing.")
  private boolean strict;

  @Option(names = "--json", description = "Report one JSON object with the outcome of every key.")
  private boolean asJson;

  @Override
  public Integer call() {
    VerificationReport report = verify(keys.isEmpty() ? catalog.keys() : named());
    PrintWriter out = spec.commandLine().getOut();
    if (asJson) {
      out.println(json.<ObjectNode>valueToTree(report));
    } else {
      print(out, report);
    }
    out.flush();
    return status(report);
  }

  private VerificationReport verify(Collection<Key> wanted) {
    AtomicInteger done = new AtomicInteger();
    try (StepProgress progress = StepProgress.of("keys", spec.commandLine().getErr())) {
      return VerificationReport.of(
          CliCommand.await(
              verifier.verify(wanted, some -> progress.to(done.addAndGet(some), wanted.size()))));
    }
  }

  private Collection<Key> named() {
    return keys.stream()
        .distinct()
        .map(
            name ->
                catalog
                    .findKey(name)
                    .orElseThrow(
                        () ->
                            new ParameterException(
                                spec.commandLine(), "no build is stored under '" + name + "'")))
        .toList();
  }

  private int status(VerificationReport report) {
    if (report.failed() > 0) {
      return ExitStatus.FAILED;
    }
    boolean agrees = report.agrees() && !(strict && report.outdated() + report.missing() > 0);
    return agrees ? ExitStatus.OK : ExitStatus.PARTIAL;
  }

  // After an import every key is outdated for a moment: counted, and named to who asked for them.
  private void print(PrintWriter out, VerificationReport report) {
    Set<String> silent =
        strict || !keys.isEmpty() ? Set.of("equal") : Set.of("equal", "outdated", "missing");
    report.keys().stream()
        .filter(line -> !silent.contains(line.outcome()))
        .forEach(line -> out.println(text(line)));
    out.printf(
        "%d %s: %d equal, %d differ, %d outdated, %d missing, %d failed%n",
        report.total(),
        report.total() == 1 ? "key" : "keys",
        report.equal(),
        report.differs(),
        report.outdated(),
        report.missing(),
        report.failed());
  }

  private static String text(VerificationReport.Line line) {
    String head = line.outcome() + " " + line.cacheKey();
    if (line.path() != null) {
      return "%s%n  at %s%n  stored   %s%n  computed %s"
          .formatted(
              head,
              line.path().isEmpty() ? "the whole document" : line.path(),
              line.stored() == null ? "nothing" : line.stored(),
              line.computed() == null ? "nothing" : line.computed());
    }
    return line.message() == null ? head : head + ": " + line.message();
  }
}
