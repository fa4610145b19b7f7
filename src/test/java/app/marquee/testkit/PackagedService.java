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

  /** Half the processor time of a start; most of these processes live for seconds. */
  private static final String QUICK_COMPILER_ONLY = "-XX:TieredStopAtLevel=1";

  private final Process process;
  private final Thread reader = new Thread(this::read, "output of a packaged service");
  private final List<String> output = new ArrayList<>();
  private boolean ended;
  private int port;

  private PackagedService(Process process) {
    this.process = process;
    reader.setDaemon(true);
    reader.start();
  }

  /** Begun, and perhaps refusing to start. */
  public static PackagedService begin(Path dataFolder, Map<String, String> environment) {
    ProcessBuilder builder = process(dataFolder, environment).redirectErrorStream(true);
    try {
      return new PackagedService(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The jar with these words after it, not yet started. */
  static ProcessBuilder process(Path dataFolder, Map<String, String> environment, String... words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                QUICK_COMPILER_ONLY,
                "-jar",
                JAR.toAbsolutePath().toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("MARQUEE_"));
    builder.environment().put("MARQUEE_DATA", dataFolder.toString());
    builder.environment().put("MARQUEE_HOST", "127.0.0.1");
    builder.environment().put("MARQUEE_PORT", "0");
    builder.environment().putAll(environment);
    return builder;
  }

  /** Started and listening. Errors: {@link IllegalStateException} with its output if it ended. */
  public static PackagedService start(Path dataFolder, Map<String, String> environment) {
    PackagedService service = begin(dataFolder, environment);
    service.awaitListening();
    return service;
  }

  /** The lines written so far. */
  public List<String> output() {
    synchronized (output) {
      return List.copyOf(output);
    }
  }

  /** Where it listens, such as {@code http://127.0.0.1:40123}. */
  public String address() {
    return "http://127.0.0.1:" + port;
  }

  public long pid() {
    return process.pid();
  }

  public HttpResponse<String> get(String path, String token) throws IOException {
    return send(HttpRequest.newBuilder().GET(), path, token);
  }

  public HttpResponse<String> post(String path, String token, String json) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder()
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .header("Content-Type", "application/json");
    return send(request, path, token);
  }

  /** A request of any kind, of nobody. */
  public HttpResponse<String> send(HttpRequest.Builder request, String path) throws IOException {
    return send(request, path, null);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String path, String token)
      throws IOException {
    request.uri(URI.create(address() + path)).timeout(PATIENCE);
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
  public int awaitEnd() throws InterruptedException {
    reader.join();
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
  public void close() {
    try {
      if (!terminate(PATIENCE)) {
        kill();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }

  /** Sends a signal by its name, such as STOP or CONT. */
  public void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid())).inheritIO().start().waitFor();
  }

  private void awaitListening() {
    port = Integer.parseInt(awaitLine(LISTENING).group(1));
  }

  /**
   * The first line, past or to come, that holds the pattern. Errors: {@link IllegalStateException}
   * at its end.
   */
  public Matcher awaitLine(Pattern pattern) {
    synchronized (output) {
      for (int next = 0; ; next++) {
        while (next == output.size()) {
          if (ended) {
            throw new IllegalStateException("ended without a line like " + pattern + ": " + output);
          }
          waitForMore();
        }
        Matcher matcher = pattern.matcher(output.get(next));
        if (matcher.find()) {
          return matcher;
        }
      }
    }
  }

  private void waitForMore() {
    try {
      output.wait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("still waiting; so far: " + output, e);
    }
  }

  /** To the end, so that the process never waits for a reader. */
  private void read() {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        add(line);
      }
    } catch (IOException e) {
      add("unreadable: " + e);
    }
    synchronized (output) {
      ended = true;
      output.notifyAll();
    }
  }

  private void add(String line) {
    synchronized (output) {
      output.add(line);
      output.notifyAll();
    }
  }
}
