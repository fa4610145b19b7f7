package app.marquee.imports;

import app.marquee.imports.ImportReport.Rejected;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** An {@link ImportReport} in the making. Of one thread at a time. */
public final class ImportTally {
  private static final int ERRORS_TOLD = 100;

  private long read;
  private long inserted;
  private long updated;
  private long unchanged;
  private long rejected;
  private long corrected;
  private long skipped;
  private final List<Rejected> errors = new ArrayList<>();
  private Rejected broken;
  private Instant asOf;

  /** Takes a line, or says why not. */
  public interface Taker {
    void take(Fields fields) throws BadLine;
  }

  /** Hands over the next line. False at the end of the file, or where it breaks off. */
  public boolean next(Lines lines, Taker taker) {
    Fields fields = null;
    try {
      fields = lines.next();
      if (fields == null) {
        return false;
      }
      taker.take(fields);
    } catch (BadLine e) {
      reject(fields == null ? lines.line() : fields.line(), e.getMessage());
    } catch (IOException e) {
      breakOff(lines.line(), "the file breaks off after this line: " + e.getMessage());
      return false;
    }
    read++;
    return true;
  }

  public void inserted() {
    inserted++;
  }

  public void updated() {
    updated++;
  }

  public void unchanged() {
    unchanged++;
  }

  public void corrected() {
    corrected++;
  }

  public void skipped() {
    skipped++;
  }

  public void reject(long line, String reason) {
    rejected++;
    if (errors.size() < ERRORS_TOLD) {
      errors.add(new Rejected(line, reason));
    }
  }

  /** A whole batch: so many new, so many there already, the newest of {@code newest} or null. */
  public void add(long insertedLines, long unchangedLines, Instant newest) {
    inserted += insertedLines;
    unchanged += unchangedLines;
    if (newest != null && (asOf == null || newest.isAfter(asOf))) {
      asOf = newest;
    }
  }

  /** The file cannot be read on from here. */
  public void breakOff(long line, String reason) {
    broken = new Rejected(line, reason);
  }

  /** Whether {@link #breakOff} was said, by the file or by who writes its lines. */
  public boolean isBroken() {
    return broken != null;
  }

  public ImportReport report(Collection<String> unknownColumns) {
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
        skipped,
        List.copyOf(unknownColumns),
        told,
        broken == null,
        asOf);
  }
}
