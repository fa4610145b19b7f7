package app.marquee.parks.collect;

import app.marquee.testkit.SharedData;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

/** Both providers at once, on this machine: says what a test tells it to, and counts. */
final class ProviderStub implements AutoCloseable {
  private static final byte[] PIECE = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);

  /** How one path is answered. */
  interface Behaviour {
    void answer(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Behaviour> paths = new ConcurrentHashMap<>();
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();
  private final List<String> agents = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  ProviderStub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void on(String path, Behaviour behaviour) {
    paths.put(path, behaviour);
  }

  void says(String path, String body) {
    on(path, status(200, body));
  }

  /** A captured answer, gzipped or not, of {@code ../shared/data/samples}. */
  void says(String path, Capture capture) {
    says(path, capture.text());
  }

  /** One file of captured answers. */
  record Capture(String file) {
    String text() {
      try (InputStream plain = Files.newInputStream(SharedData.path("samples/" + file));
          InputStream in = file.endsWith(".gz") ? new GZIPInputStream(plain) : plain) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static Behaviour status(int status, String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  /** Answers nothing until the test is over. */
  Behaviour silence() {
    return exchange -> {
      try {
        closing.await(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  /** A blank every so often until the test is over, or nobody listens any more. */
  void drip(HttpExchange exchange, Duration pause) throws IOException {
    try {
      while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        exchange.getResponseBody().write(' ');
        exchange.getResponseBody().flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Hangs up instead of answering. */
  static Behaviour hangUp() {
    return HttpExchange::close;
  }

  /** Says so many bytes of blanks, without saying before how many. */
  static Behaviour blanks(int bytes) {
    return exchange -> {
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, 0);
      for (int said = 0; said < bytes; said += PIECE.length) {
        exchange.getResponseBody().write(PIECE);
      }
    };
  }

  int asked(String path) {
    return asked.getOrDefault(path, 0);
  }

  List<String> agents() {
    return agents;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.merge(path, 1, Integer::sum);
    agents.add(String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent")));
    try (exchange) {
      // Of an exchange whose request was not read, closing would end the connection.
      exchange.getRequestBody().readAllBytes();
      paths.getOrDefault(path, status(404, "{}")).answer(exchange);
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
