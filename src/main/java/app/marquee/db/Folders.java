package app.marquee.db;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/** What the JDK lacks for whole folders. */
final class Folders {
  private Folders() {}

  /** Deletes the folder with all it holds; nothing if it is not there. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Gives the folder with all it holds to a Unix user, unless it is theirs already. */
  static void give(Path folder, int uid) throws IOException {
    if (Integer.valueOf(uid).equals(Files.getAttribute(folder, "unix:uid"))) {
      return;
    }
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.toList();
    }
    // The folder itself last: cut short, the next start sees that the work is not done.
    for (int i = paths.size() - 1; i >= 0; i--) {
      Files.setAttribute(paths.get(i), "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
    }
  }
}
