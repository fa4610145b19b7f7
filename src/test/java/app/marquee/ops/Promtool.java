package app.marquee.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Prometheus' own checker of rules. */
final class Promtool {
  private static final Path BINARY = Path.of("/usr/bin/promtool");
  private static final long PATIENCE_SECONDS = 120;

  private Promtool() {}

  /** How it ended, and all it said. */
  record Verdict(int status, String text) {}

  /** Skips the test where there is none. */
  static Verdict run(String... words) {
    Assumptions.assumeTrue(Files.isExecutable(BINARY), "no promtool (package prometheus)");
    List<String> command = new ArrayList<>(List.of(BINARY.toString()));
    command.addAll(List.of(words));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("no end of " + command);
      }
      return new Verdict(process.exitValue(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
