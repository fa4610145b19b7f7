package app.marquee.parks;

import app.marquee.views.ImportReport;
import app.marquee.views.ImportReport.Rejected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** An {@link ImportReport} in the making. Of one thread at a time. */
final class ImportTally {
  private static final int ERRORS_TOLD = 100;

  private long read;
  private long inserted;
  private long updated;
  private long unchanged;
  private long rejected;
  private long corrected;
  private final List<Rejected> errors = new ArrayList<>();
  private Rejected broken;
  private Instant asOf;

  void read() {
    read++;
  }

  void inserted() {
    inserted++;
  }

  void updated() {
    updated++;
  }

  void unchanged() {
    unchanged++;
  }

  void corrected() {
    corrected++;
  }

  void reject(long line, String reason) {
    rejected++;
    if (errors.size() < ERRORS_TOLD) {
      errors.add(new Rejected(line, reason));
    }
  }

  void add(IngestReport report) {
    inserted += report.inserted();
    unchanged += report.unchanged();
    if (report.asOf() != null && (asOf == null || report.asOf().isAfter(asOf))) {
      asOf = report.asOf();
    }
  }

  /** The file cannot be read on from here. */
  void breakOff(long line, String reason) {
    broken = new Rejected(line, reason);
  }

  ImportReport report(Collection<String> unknownColumns) {
    List<Rejected> told = new ArrayList<>(errors);
    if (broken != null) {
      told.add(broken);
    }
    return new ImportReport(
        read,
        inserted,
        updated,
        unchanged,
        rejected,
        corrected,
        List.copyOf(unknownColumns),
        told,
        broken == null,
        asOf);
  }
}
