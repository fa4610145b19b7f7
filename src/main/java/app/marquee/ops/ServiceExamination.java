package app.marquee.ops;

import static app.marquee.cli.Finding.fail;
import static app.marquee.cli.Finding.ok;
import static app.marquee.cli.Finding.warn;

import app.marquee.cli.Examination;
import app.marquee.cli.Finding;
import app.marquee.db.ReplayClock;
import app.marquee.views.Catalog;
import app.marquee.views.KeyReport;
import app.marquee.views.OpenRun;
import app.marquee.views.Survey;
import app.marquee.views.ViewIndex;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** The configuration, and what holds refreshing up. */
@ApplicationScoped
class ServiceExamination implements Examination {
  private final StartupChecks checks;
  private final ReplayClock replay;
  private final Survey survey;
  private final Catalog catalog;
  private final KeyReport report;
  private final ViewIndex index;

  ServiceExamination(
      StartupChecks checks,
      ReplayClock replay,
      Survey survey,
      Catalog catalog,
      KeyReport report,
      ViewIndex index) {
    this.checks = checks;
    this.replay = replay;
    this.survey = survey;
    this.catalog = catalog;
    this.report = report;
    this.index = index;
  }

  @Override
  public String name() {
    return "refreshing";
  }

  @Override
  public Uni<List<Finding>> examine() {
    return survey.take().map(seen -> findings());
  }

  private List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    List<String> complaints = checks.complaints();
    complaints.forEach(complaint -> findings.add(fail("configuration", complaint)));
    if (complaints.isEmpty()) {
      findings.add(ok("configuration", "every setting is known, and none contradicts another"));
    }
    replay
        .from()
        .ifPresent(
            start ->
                findings.add(
                    warn("replay clock", "time counts from " + start + ": unset MARQUEE_CLOCK")));
    findings.add(refreshing());
    findings.add(runs());
    findings.add(keys());
    return findings;
  }

  private Finding refreshing() {
    return index
        .refreshingPause()
        .map(
            pause ->
                warn(
                    "refreshing",
                    "paused by %s since %s: resume it".formatted(pause.by(), pause.since())))
        .orElseGet(() -> ok("refreshing", "not paused"));
  }

  private Finding runs() {
    List<OpenRun> orphans = index.openRuns().stream().filter(OpenRun::orphaned).toList();
    return orphans.isEmpty()
        ? ok("runs", index.openRuns().size() + " under way or queued")
        : warn(
            "runs",
            "run %d of %s has had nobody since %s: a running service asks for it again"
                .formatted(
                    orphans.get(0).id(), orphans.get(0).scope(), orphans.get(0).startedAt()));
  }

  private Finding keys() {
    List<KeyReport.Line> lines = catalog.keys().stream().map(report::of).toList();
    long missing = lines.stream().filter(line -> line.state().equals("missing")).count();
    long paused = lines.stream().filter(KeyReport.Line::paused).count();
    String text = "%d keys, %d missing, %d paused".formatted(lines.size(), missing, paused);
    return missing + paused == 0 ? ok("keys", text) : warn("keys", text + ": see marquee status");
  }
}
