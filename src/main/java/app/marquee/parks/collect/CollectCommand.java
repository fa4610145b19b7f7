package app.marquee.parks.collect;

import app.marquee.cli.CliCommand;
import app.marquee.cli.ExitStatus;
import app.marquee.db.DatabaseFailure;
import app.marquee.parks.Provider;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks the configured providers for wait times, as a service does on its schedule. */
@Dependent
@Command(
    name = "collect",
    sortOptions = false,
    description = {
      "Ask the providers that marquee.parks.collect names parks for, one cycle each, and go on at"
          + " every slot until ended by a signal; with --once that one cycle only.",
      "A slot has one cycle, whoever runs it: what a service has collected already is not asked for"
          + " again."
    },
    footer = {
      "",
      "Exit codes, with --once: 0 nothing failed, 1 parks failed, 2 every park failed, no provider"
          + " is configured or the database failed, 64 the words make no sense."
    })
public class CollectCommand implements CliCommand {
  private static final String FAILED = "failed";

  @Inject Sources sources;
  @Inject Collector collector;
  @Inject CollectConfig config;
  @Inject ObjectMapper json;
  @Spec CommandSpec spec;

  @Option(names = "--once", description = "Only the cycle of the present slot.")
  private boolean once;

  @Option(names = "--json", description = "Report each cycle as one JSON object and line.")
  private boolean asJson;

  /** What became of a provider's slot; no report if its cycle is somebody else's. */
  private record Cycle(Provider provider, Optional<CycleReport> report) {}

  @Override
  public Integer call() {
    if (sources.configured().isEmpty()) {
      spec.commandLine()
          .getErr()
          .println(
              "marquee: no provider is configured: name parks in"
                  + " marquee.parks.collect.queue-times.parks or .themeparks-wiki.parks");
      return ExitStatus.FAILED;
    }
    List<Cycle> first = CliCommand.await(cycles());
    first.forEach(cycle -> tell(cycle, true));
    return once ? status(first) : CliCommand.await(goOn());
  }

  private Uni<List<Cycle>> cycles() {
    return Multi.createFrom()
        .iterable(sources.configured())
        .onItem()
        .transformToUniAndMerge(one -> collector.collect(one).map(report -> new Cycle(one, report)))
        .collect()
        .asList();
  }

  /** Never ends by itself; a database that is away is waited for. */
  private Uni<Integer> goOn() {
    return Multi.createFrom()
        .ticks()
        .every(config.claimEvery())
        .onOverflow()
        .drop()
        .onItem()
        .transformToUniAndConcatenate(
            tick ->
                cycles()
                    .onFailure(DatabaseFailure::is)
                    .invoke(failure -> CollectLog.noCycle("any provider", failure))
                    .onFailure(DatabaseFailure::is)
                    .recoverWithItem(List.of()))
        .invoke(cycles -> cycles.forEach(cycle -> tell(cycle, false)))
        .collect()
        .last()
        .replaceWith(ExitStatus.OK);
  }

  private static int status(List<Cycle> cycles) {
    List<CycleReport> reports = cycles.stream().flatMap(cycle -> cycle.report().stream()).toList();
    if (reports.stream().allMatch(report -> report.failures().isEmpty())) {
      return ExitStatus.OK;
    }
    return reports.stream().allMatch(report -> report.status().equals(FAILED))
        ? ExitStatus.FAILED
        : ExitStatus.PARTIAL;
  }

  /** Slots of others are told of the first time only: afterwards nearly every look finds one. */
  private void tell(Cycle cycle, boolean ofOthers) {
    PrintWriter out = spec.commandLine().getOut();
    if (cycle.report().isPresent()) {
      CycleReport report = cycle.report().get();
      out.println(asJson ? object(cycle.provider(), report) : text(cycle.provider(), report));
    } else if (ofOthers) {
      out.println(
          asJson
              ? json.createObjectNode()
                  .put("provider", cycle.provider().word())
                  .put("status", "collected_already")
              : cycle.provider().word() + ": this slot is collected already");
    }
    out.flush();
  }

  private static String text(Provider provider, CycleReport report) {
    StringBuilder text = new StringBuilder();
    report
        .failures()
        .forEach(
            one ->
                text.append(
                    "%s %s of park %s: %s (%s)%n"
                        .formatted(
                            provider.word(),
                            one.step(),
                            one.ref(),
                            one.message(),
                            one.reason().word())));
    return text.append(
            "%s: %s, %d of %d parks failed, %d snapshots"
                .formatted(
                    provider.word(),
                    report.status(),
                    report.failed(),
                    report.total(),
                    report.snapshots()))
        .toString();
  }

  private ObjectNode object(Provider provider, CycleReport report) {
    ObjectNode object =
        json.createObjectNode().put("provider", provider.word()).put("status", report.status());
    object.put("parks", report.total()).put("parks_failed", report.failed());
    object.put("snapshots", report.snapshots());
    return object.set("failures", json.valueToTree(report.failures()));
  }
}
