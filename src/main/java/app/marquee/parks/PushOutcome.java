package app.marquee.parks;

import java.util.List;

/** What became of a push: all of it, or nothing. */
public sealed interface PushOutcome {

  /**
   * Every snapshot is stored, or was there already.
   *
   * @param corrected snapshots taken without their negative wait
   */
  record Accepted(IngestReport report, long corrected) implements PushOutcome {}

  /** Nothing was stored. */
  record Rejected(List<Fault> faults) implements PushOutcome {}

  /** The body is not JSON, or not a JSON object. */
  record Unreadable(String reason) implements PushOutcome {}

  /**
   * One thing wrong.
   *
   * @param index which ride or line, from 0; null when it is the push as a whole
   * @param park as the push names it, null when it does not
   * @param field null when it is not one field
   */
  record Fault(Integer index, String park, String field, String reason) {}
}
