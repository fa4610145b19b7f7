package app.marquee.proposals.posters;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.ExtendedSSLSession;

/** Every host posters come from, on this machine and over TLS: does to us what a test tells it. */
final class PosterUpstream implements AutoCloseable {
  static final int MEGABYTE = 1 << 20;

  /** How one path is answered. */
  interface Behaviour {
    void answer(HttpExchange exchange) throws IOException;
  }

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Behaviour> paths = new ConcurrentHashMap<>();
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();
  private final List<String> hosts = new CopyOnWriteArrayList<>();
  private final AtomicLong sent = new AtomicLong();
  private final CountDownLatch closing = new CountDownLatch(1);

  PosterUpstream() throws IOException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(TestCertificate.server()));
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  InetAddress address() {
    return server.getAddress().getAddress();
  }

  int port() {
    return server.getAddress().getPort();
  }

  void on(String path, Behaviour behaviour) {
    paths.put(path, behaviour);
  }

  void gives(String path, byte[] bytes) {
    gives(path, "image/jpeg", bytes);
  }

  void gives(String path, String type, byte[] bytes) {
    on(
        path,
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", type);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
        });
  }

  void answers(String path, int status) {
    on(path, exchange -> exchange.sendResponseHeaders(status, -1));
  }

  void redirects(String path, String to) {
    on(
        path,
        exchange -> {
          exchange.getResponseHeaders().add("Location", to);
          exchange.sendResponseHeaders(302, -1);
        });
  }

  /** Answers nothing until the test is over. */
  void hangs(String path) {
    on(path, exchange -> waitFor(Duration.ofMinutes(1)));
  }

  /** Gives these bytes once it is let. */
  CountDownLatch holds(String path, byte[] bytes) {
    CountDownLatch held = new CountDownLatch(1);
    on(
        path,
        exchange -> {
          waitFor(held, Duration.ofMinutes(1));
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
        });
    return held;
  }

  void hangsUp(String path) {
    on(path, HttpExchange::close);
  }

  /** Says it sends all these bytes, and hangs up after some. */
  void breaksOff(String path, byte[] bytes) {
    on(
        path,
        exchange -> {
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
          exchange.getResponseBody().flush();
          exchange.close();
        });
  }

  /** A byte every so often until the test is over, or nobody listens any more. */
  void drips(String path) {
    on(
        path,
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          do {
            exchange.getResponseBody().write(0xff);
            exchange.getResponseBody().flush();
          } while (waitFor(Duration.ofMillis(50)));
        });
  }

  /** So many megabytes that begin like a JPEG; {@code told} before, or not. */
  void floods(String path, int megabytes, boolean told) {
    on(
        path,
        exchange -> {
          exchange.sendResponseHeaders(200, told ? (long) megabytes * MEGABYTE : 0);
          byte[] piece = new byte[MEGABYTE / 16];
          piece[0] = (byte) 0xff;
          piece[1] = (byte) 0xd8;
          piece[2] = (byte) 0xff;
          OutputStream out = exchange.getResponseBody();
          for (long left = (long) megabytes * MEGABYTE; left > 0; left -= piece.length) {
            out.write(piece);
            sent.addAndGet(piece.length);
          }
        });
  }

  private boolean waitFor(Duration pause) {
    return waitFor(closing, pause);
  }

  private static boolean waitFor(CountDownLatch event, Duration pause) {
    try {
      return !event.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  int asked(String path) {
    return asked.getOrDefault(path, 0);
  }

  int asked() {
    return asked.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Bytes that somebody took of floods, network buffers included. */
  long sent() {
    return sent.get();
  }

  /** {@code Host} and the name asked for by TLS, of each request. */
  List<String> hosts() {
    return hosts;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    asked.merge(path, 1, Integer::sum);
    ExtendedSSLSession session = (ExtendedSSLSession) ((HttpsExchange) exchange).getSSLSession();
    hosts.add(
        exchange.getRequestHeaders().getFirst("Host").replaceFirst(":\\d+$", "")
            + " "
            + session.getRequestedServerNames());
    try (exchange) {
      paths.getOrDefault(path, unknown -> unknown.sendResponseHeaders(404, -1)).answer(exchange);
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
