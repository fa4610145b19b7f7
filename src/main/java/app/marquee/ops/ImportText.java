package app.marquee.ops;

import app.marquee.imports.ImportReport;
import java.io.PrintWriter;

/** An {@link ImportReport} for people. */
final class ImportText {
  private static final int ERRORS_SHOWN = 20;

  private ImportText() {}

  static void print(PrintWriter out, String file, ImportReport report) {
    out.printf(
        "%s: %d read, %d inserted, %d updated, %d unchanged, %d rejected, %d corrected%s%n",
        file,
        report.read(),
        report.inserted(),
        report.updated(),
        report.unchanged(),
        report.rejected(),
        report.corrected(),
        report.skipped() == 0 ? "" : ", " + report.skipped() + " skipped");
    if (!report.unknownColumns().isEmpty()) {
      out.println("  columns nobody asked for: " + String.join(", ", report.unknownColumns()));
    }
    report.errors().stream()
        .limit(ERRORS_SHOWN)
        .forEach(error -> out.printf("  line %d: %s%n", error.line(), error.reason()));
    long more = report.rejected() - ERRORS_SHOWN;
    if (more > 0) {
      out.printf("  and %d more; --json tells the first hundred%n", more);
    }
    if (!report.complete()) {
      out.println("  it was not read to its end; what came before is kept");
    }
  }
}
