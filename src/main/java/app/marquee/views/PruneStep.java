package app.marquee.views;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Deletes what nobody needs any more of one kind. May run on several nodes at once. */
public interface PruneStep {

  /** What it deletes, in the plural, such as {@code refresh runs}. */
  String what();

  /**
   * Deletes it or, on a dry run, only tells what would go. Errors: those of the database; what was
   * deleted before stays deleted.
   */
  Uni<Pruned> prune(boolean dryRun);

  /**
   * What went.
   *
   * @param names of what has names, such as months; else empty
   */
  record Pruned(long count, List<String> names) {
    public static Pruned counted(long count) {
      return new Pruned(count, List.of());
    }

    public static Pruned named(List<String> names) {
      return new Pruned(names.size(), List.copyOf(names));
    }
  }
}
