package app.marquee.db;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A program of PostgreSQL run to its end. */
final class Command {
  private final ProcessBuilder builder;

  private Command(List<String> words) {
    builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    // What the user has set for a server of theirs must not steer ours.
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
  }

  static Command of(List<String> prefix, List<String> words) {
    return new Command(Stream.concat(prefix.stream(), words.stream()).toList());
  }

  Command input(File input) {
    builder.redirectInput(input);
    return this;
  }

  int status() throws IOException {
    Process process = builder.start();
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted: " + builder.command(), e);
    }
  }

  /**
   * Runs it, its output in {@code log}: a file, because a server started by it would keep a pipe
   * open for ever.
   *
   * <p>Errors: {@link IOException} with the last lines of the output for a status other than 0.
   */
  void run(Path log) throws IOException {
    builder.redirectOutput(log.toFile());
    int status = status();
    if (status != 0) {
      throw new IOException(builder.command() + " ended with " + status + ": " + lastLines(log));
    }
  }

  static String lastLines(Path log) throws IOException {
    List<String> lines = new ArrayList<>(Files.exists(log) ? Files.readAllLines(log) : List.of());
    lines.removeIf(String::isBlank);
    return String.join(" | ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
  }
}
