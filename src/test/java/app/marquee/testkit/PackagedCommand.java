package app.marquee.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * One command of the packaged jar, run to its end.
 *
 * @param out what it wrote to the standard output
 * @param err what it wrote to the error output
 */
public record PackagedCommand(int status, String out, String err) {

  public static PackagedCommand run(
      Path dataFolder, Map<String, String> environment, String... words)
      throws IOException, InterruptedException {
    Process process = PackagedService.process(dataFolder, environment, words).start();
    process.getOutputStream().close();
    CompletableFuture<String> err =
        CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
    String out = text(process.getInputStream());
    return new PackagedCommand(process.waitFor(), out, err.join());
  }

  private static String text(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
