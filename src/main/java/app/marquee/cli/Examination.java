package app.marquee.cli;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** A part of what {@code doctor} looks at. Changes nothing. */
public interface Examination {

  /** What it looks at, told in place of its findings should the database fail. */
  String name();

  /**
   * Whether it asks others than the database; then {@code --offline} leaves it out.
   *
   * @see Reach
   */
  default boolean online() {
    return false;
  }

  /** Errors: those of the database. */
  Uni<List<Finding>> examine();
}
