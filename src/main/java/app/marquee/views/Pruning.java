package app.marquee.views;

import app.marquee.db.DatabaseFailure;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Comparator;
import java.util.List;

/** Takes every {@link PruneStep} in turn; one that fails does not keep the others. */
@ApplicationScoped
public class Pruning {
  private final List<PruneStep> steps;

  Pruning(@Any Instance<PruneStep> steps) {
    this.steps = steps.stream().sorted(Comparator.comparing(PruneStep::what)).toList();
  }

  /**
   * What came of one step.
   *
   * @param names of what has names
   * @param failure why it was not done; null if it was
   */
  public record Outcome(String what, long count, List<String> names, String failure) {
    public boolean failed() {
      return failure != null;
    }
  }

  public Uni<List<Outcome>> run(boolean dryRun) {
    return Multi.createFrom()
        .iterable(steps)
        .onItem()
        .transformToUniAndConcatenate(step -> take(step, dryRun))
        .collect()
        .asList();
  }

  private static Uni<Outcome> take(PruneStep step, boolean dryRun) {
    return step.prune(dryRun)
        .map(done -> new Outcome(step.what(), done.count(), done.names(), null))
        .onFailure(DatabaseFailure::is)
        .recoverWithItem(
            failure ->
                new Outcome(step.what(), 0, List.of(), String.valueOf(failure.getMessage())));
  }
}
