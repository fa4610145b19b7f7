package app.marquee.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Real captured data beside the project, too large to stand in it. */
public final class SharedData {
  private static final Path ROOT = Path.of("..", "shared", "data");

  private SharedData() {}

  /**
   * The file or folder {@code ../shared/data/} + path. Where it is absent the test is skipped with
   * that reason; in CI, which has the data, it fails.
   */
  public static Path path(String path) {
    return path(ROOT, path, "true".equals(System.getenv("CI")));
  }

  static Path path(Path root, String path, boolean required) {
    Path found = root.resolve(path).toAbsolutePath().normalize();
    if (Files.exists(found)) {
      return found;
    }
    String reason = "no captured data at " + found;
    if (required) {
      throw new AssertionFailedError(reason);
    }
    throw new TestAbortedException(reason);
  }
}
