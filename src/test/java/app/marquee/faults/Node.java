package app.marquee.faults;

import app.marquee.testkit.PackagedService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One node at an address it keeps over restarts. */
final class Node implements AutoCloseable {
  // Quick to start and small: many run beside each other.
  private static final String JVM = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx256m";

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final int number;
  private final Path folder;
  private final Map<String, String> environment;
  private final String address;
  private final AtomicInteger upheavals = new AtomicInteger();
  private volatile PackagedService service;
  private volatile boolean expected;

  Node(int number, Path folder, Map<String, String> environment) {
    int port = freePort();
    this.number = number;
    this.folder = folder;
    this.address = "http://127.0.0.1:" + port;
    this.environment = new HashMap<>(environment);
    this.environment.put("MARQUEE_PORT", Integer.toString(port));
    this.environment.putIfAbsent("JAVA_TOOL_OPTIONS", JVM);
  }

  void start() {
    service = PackagedService.start(folder, environment);
  }

  /** From now on it must answer. */
  void expectAnswers() {
    upheavals.incrementAndGet();
    expected = true;
  }

  /** From now on nobody wonders if it does not. */
  void expectNothing() {
    expected = false;
    upheavals.incrementAndGet();
  }

  void kill() {
    expectNothing();
    service.kill();
  }

  void signal(String name) throws IOException, InterruptedException {
    service.signal(name);
  }

  boolean terminate(Duration within) throws InterruptedException {
    expectNothing();
    return service.terminate(within);
  }

  /** One request of nobody. */
  CompletableFuture<HttpResponse<String>> get(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE).build();
    return CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString());
  }

  /** Listens to a stream of events until the node ends it; how many lines came. */
  CompletableFuture<Long> listen(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Accept", "text/event-stream")
            .build();
    HttpResponse<Stream<String>> answer =
        CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofLines()).join();
    return CompletableFuture.supplyAsync(() -> answer.body().count());
  }

  PackagedService service() {
    return service;
  }

  String address() {
    return address;
  }

  int number() {
    return number;
  }

  /** Changes whenever the node comes or goes: what one process said binds no other. */
  int upheavals() {
    return upheavals.get();
  }

  boolean expected() {
    return expected;
  }

  @Override
  public void close() {
    expectNothing();
    if (service != null) {
      service.close();
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
