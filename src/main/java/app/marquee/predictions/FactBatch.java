package app.marquee.predictions;

import app.marquee.imports.ImportTally;
import app.marquee.predictions.FactTable.Fact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lines on their way into the database, none of which repeats what another says. */
final class FactBatch {
  private final FactTable table;
  private final List<Fact> facts = new ArrayList<>();
  private final List<Long> lines = new ArrayList<>();
  private final Set<List<Object>> keys = new HashSet<>();
  private boolean byImdbIdOnly;
  private boolean byTmdbIdOnly;

  FactBatch(FactTable table) {
    this.table = table;
  }

  FactTable table() {
    return table;
  }

  List<Fact> facts() {
    return facts;
  }

  /** The line of each fact, in order. */
  List<Long> lines() {
    return lines;
  }

  /** Whether a line may join; else the batch must be written first. */
  boolean fits(List<Fact> line) {
    return facts.isEmpty()
        || facts.size() + line.size() <= table.factsPerBatch()
            && line.stream().noneMatch(this::mayNameOneOfThese)
            && line.stream().flatMap(fact -> fact.keys().stream()).noneMatch(keys::contains);
  }

  // Of two lines that give one id each, one this and one that, only the database knows.
  private boolean mayNameOneOfThese(Fact fact) {
    return table == FactTable.MOVIES
        && (fact.film().imdbId() == null && byImdbIdOnly
            || fact.film().tmdbId() == null && byTmdbIdOnly);
  }

  /** Of a line that says one thing twice the first counts; one that says nothing is skipped. */
  void add(long number, List<Fact> line, ImportTally tally) {
    if (line.isEmpty()) {
      tally.skipped();
    }
    for (Fact fact : line) {
      if (keys.addAll(fact.keys())) {
        facts.add(fact);
        lines.add(number);
        byImdbIdOnly |= fact.film() != null && fact.film().tmdbId() == null;
        byTmdbIdOnly |= fact.film() != null && fact.film().imdbId() == null;
      }
    }
  }

  void clear() {
    facts.clear();
    lines.clear();
    keys.clear();
    byImdbIdOnly = false;
    byTmdbIdOnly = false;
  }
}
