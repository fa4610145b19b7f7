package app.marquee.predictions;

import app.marquee.db.DatabaseFailure;
import app.marquee.db.Sql;
import app.marquee.imports.BadLine;
import app.marquee.imports.Fields;
import app.marquee.imports.ImportFile;
import app.marquee.imports.ImportReport;
import app.marquee.imports.ImportTally;
import app.marquee.imports.Lines;
import app.marquee.predictions.FactTable.Fact;
import app.marquee.predictions.FilmFormat.Given;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes in files of films and what is said of them, however long.
 *
 * <p>A file is read on a worker thread and written batch by batch, each in its own transaction: bad
 * lines are reported and the good ones kept. A file that breaks off keeps what came before, and so
 * does one whose batch the database failed to take. Then the films it touched are scored.
 */
@ApplicationScoped
public class FilmImporter {
  private static final Sql ANALYZE = Sql.of("predictions/analyze_facts.sql");

  private final Pool pool;
  private final Scoring scoring;
  private final FactWriter writer;

  @Inject
  public FilmImporter(Pool pool, PredictionsConfig config, Clock clock, Scoring scoring) {
    this.pool = pool;
    this.scoring = scoring;
    this.writer = new FactWriter(pool, config, clock);
  }

  /**
   * The caller closes the file. Errors: those of the database while scoring, unless the report
   * tells of one already; the films stay marked and are scored with the next import or refresh.
   */
  Uni<ImportReport> run(FilmKind kind, InputStream file, Map<String, String> renamed, Given given) {
    return Uni.createFrom()
        .item(() -> read(kind, file, renamed, given))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .call(this::settle);
  }

  // Without news of its own it still finishes what a stopped import has left to score.
  private Uni<?> settle(ImportReport report) {
    Uni<?> analyzed = report.inserted() == 0 ? nothing() : ANALYZE.on(pool, Map.of());
    Uni<?> settled = analyzed.chain(() -> report.read() > 0 ? scoring.run() : nothing());
    // Once more: the pool may hand out the connection that has just been lost.
    return settled
        .onFailure(DatabaseFailure::is)
        .retry()
        .atMost(1)
        .onFailure(failure -> DatabaseFailure.is(failure) && !report.complete())
        .recoverWithNull();
  }

  private ImportReport read(
      FilmKind kind, InputStream file, Map<String, String> renamed, Given given) {
    ImportTally tally = new ImportTally();
    try {
      Lines lines = ImportFile.open(file, kind.columns(), renamed);
      readAll(kind, lines, given, tally);
      return tally.report(lines.unknownColumns());
    } catch (IOException e) {
      tally.breakOff(0, "unreadable: " + e.getMessage());
      return tally.report(Set.of());
    }
  }

  private void readAll(FilmKind kind, Lines lines, Given given, ImportTally tally) {
    FilmFormat format = kind.format(lines.columns());
    FactBatch batch = new FactBatch(kind.table());
    while (!tally.isBroken()
        && tally.next(lines, line -> take(line, format, given, batch, tally))) {
      // Each line is taken as it is handed over.
    }
    writer.write(batch, tally);
  }

  private void take(Fields line, FilmFormat format, Given given, FactBatch batch, ImportTally tally)
      throws BadLine {
    List<Fact> facts = new ArrayList<>();
    format.reader().read(line, given, facts);
    facts.removeIf(given::leavesOut);
    if (!batch.fits(facts) && !writer.write(batch, tally)) {
      throw new BadLine(FactWriter.NOT_KEPT);
    }
    batch.add(line.line(), facts, tally);
  }

  private static Uni<?> nothing() {
    return Uni.createFrom().voidItem();
  }
}
