package app.marquee.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged jar as a process of its own, on a free port of the loopback interface. */
public final class PackagedService implements AutoCloseable {
  private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
  private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:]+:(\\d+)");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Process process;
  private final BufferedReader reader;
  private final List<String> output = new ArrayList<>();
  private int port;

  private PackagedService(Process process) {
    this.process = process;
    this.reader = process.inputReader();
  }

  /** Begun, and perhaps refusing to start. */
  public static PackagedService begin(Path dataFolder, Map<String, String> environment) {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            JAR.toAbsolutePath().toString());
    builder.redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("MARQUEE_"));
    builder.environment().put("MARQUEE_DATA", dataFolder.toString());
    builder.environment().put("MARQUEE_HOST", "127.0.0.1");
    builder.environment().put("MARQUEE_PORT", "0");
    builder.environment().putAll(environment);
    try {
      return new PackagedService(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Started and listening. Errors: {@link IllegalStateException} with its output if it ended. */
  public static PackagedService start(Path dataFolder, Map<String, String> environment) {
    PackagedService service = begin(dataFolder, environment);
    service.awaitListening();
    return service;
  }

  /** The lines written until it listened, or until its end. */
  public List<String> output() {
    return List.copyOf(output);
  }

  public long pid() {
    return process.pid();
  }

  public HttpResponse<String> get(String path, String token) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(PATIENCE);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** The status it ends with by itself, its output read to the end. */
  public int awaitEnd() throws IOException, InterruptedException {
    readUntil(Pattern.compile("(?!)"));
    return process.waitFor();
  }

  /** Sends SIGTERM; whether the process ended within that time. */
  public boolean terminate(Duration within) throws InterruptedException {
    process.destroy();
    return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Sends SIGKILL. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() throws InterruptedException {
    if (!terminate(PATIENCE)) {
      kill();
    }
  }

  private void awaitListening() {
    try {
      Matcher listening = readUntil(LISTENING);
      if (listening == null) {
        throw new IllegalStateException("ended before it listened: " + output);
      }
      port = Integer.parseInt(listening.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Matcher readUntil(Pattern pattern) throws IOException {
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      output.add(line);
      Matcher matcher = pattern.matcher(line);
      if (matcher.find()) {
        return matcher;
      }
    }
    return null;
  }
}
