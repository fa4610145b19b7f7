package app.marquee.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.regex.Pattern;

/**
 * Files that are replaced as a whole, so that who serves the folder never sees half of one, and
 * left alone, time of change and all, while their bytes stay the same.
 */
record ExportFolder(Path path) {
  private static final Pattern OURS = Pattern.compile("[a-z0-9][a-z0-9_-]*\\.json(\\.gz)?");

  /** Whether the file was written. Errors: those of the file system. */
  boolean write(String name, byte[] bytes) throws IOException {
    Path file = path.resolve(name);
    if (Files.isRegularFile(file)
        && Files.size(file) == bytes.length
        && Arrays.equals(Files.readAllBytes(file), bytes)) {
      return false;
    }
    Path half = path.resolve("." + name + "." + ProcessHandle.current().pid());
    try {
      Files.write(half, bytes);
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(half);
    }
    return true;
  }

  /** How many of these files there were; a name an export cannot have made is passed over. */
  int remove(Collection<String> names) throws IOException {
    int removed = 0;
    for (String name : names) {
      if (OURS.matcher(name).matches() && Files.deleteIfExists(path.resolve(name))) {
        removed++;
      }
    }
    return removed;
  }
}
