package app.marquee.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A program of Debian's packages that refuses to run as root: root runs it as {@code postgres}, who
 * then owns its folder, anybody else as themselves.
 */
final class ServerProgram {
  private static final String ACCOUNT = "postgres";
  private static final List<String> AS_ACCOUNT =
      List.of("setpriv", "--reuid=" + ACCOUNT, "--regid=" + ACCOUNT, "--clear-groups");

  private ServerProgram() {}

  /** Not yet started; its output goes to a file, since a server it starts would keep a pipe. */
  static ProcessBuilder prepare(Path folder, Map<String, String> environment, String... words) {
    List<String> command = new ArrayList<>(root() ? AS_ACCOUNT : List.of());
    command.addAll(Arrays.asList(words));
    File log = folder.resolve(Path.of(words[0]).getFileName() + ".log").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    builder.environment().putAll(environment);
    return builder;
  }

  /** Runs it to its end. Errors: {@link IllegalStateException} for a status other than 0. */
  static void run(Path folder, Map<String, String> environment, String... words) {
    try {
      int status = prepare(folder, environment, words).start().waitFor();
      if (status != 0) {
        throw new IllegalStateException(
            String.join(" ", words) + " ended with " + status + "; see " + folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Makes a folder that the account owns and can reach. */
  static Path folder(Path folder) {
    try {
      Path absolute = Files.createDirectories(folder.toAbsolutePath());
      give(absolute);
      open(absolute.getParent());
      return absolute;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path write(Path file, String text) {
    try {
      Files.writeString(file, text);
      give(file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void give(Path path) throws IOException {
    if (root()) {
      Files.setOwner(
          path,
          path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(ACCOUNT));
    }
  }

  // A @TempDir lets nobody but its owner pass.
  private static void open(Path parent) throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    for (Path path = parent;
        path.startsWith(temporary) && !path.equals(temporary);
        path = path.getParent()) {
      Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(path));
      if (permissions.add(PosixFilePermission.OTHERS_EXECUTE)) {
        Files.setPosixFilePermissions(path, permissions);
      }
    }
  }

  private static boolean root() {
    return System.getProperty("user.name").equals("root");
  }
}
