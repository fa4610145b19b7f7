package app.marquee.proposals.metadata;

import app.marquee.proposals.metadata.RefreshReport.FilmProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The sums of a refresh that is under way; its steps follow one another, on whatever thread. */
final class RefreshTally {
  private static final int MOST_PROBLEMS = 20;

  private final long began = System.nanoTime();
  private final Map<Verdict.Outcome, Integer> outcomes = new EnumMap<>(Verdict.Outcome.class);
  private final List<FilmProblem> problems = new ArrayList<>();
  private int selected;
  private int unchanged;

  synchronized void select(int films) {
    selected += films;
  }

  synchronized int selected() {
    return selected;
  }

  synchronized void add(Map<String, Verdict> verdicts, Map<String, Boolean> changes) {
    changes.keySet().stream().sorted().forEach(id -> add(id, verdicts.get(id), changes.get(id)));
  }

  synchronized RefreshReport report() {
    return new RefreshReport(
        selected,
        count(Verdict.Outcome.OK) - unchanged,
        unchanged,
        count(Verdict.Outcome.NOT_FOUND),
        count(Verdict.Outcome.ERROR),
        count(Verdict.Outcome.POSTPONED),
        Duration.ofNanos(System.nanoTime() - began).toMillis(),
        List.copyOf(problems));
  }

  private void add(String imdbId, Verdict verdict, boolean changed) {
    outcomes.merge(verdict.outcome(), 1, Integer::sum);
    if (verdict.outcome() == Verdict.Outcome.OK && !changed) {
      unchanged++;
    }
    if (verdict.reason() != null && problems.size() < MOST_PROBLEMS) {
      problems.add(new FilmProblem(imdbId, verdict.reason()));
    }
  }

  private int count(Verdict.Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0);
  }
}
