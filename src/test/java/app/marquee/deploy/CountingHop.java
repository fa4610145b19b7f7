package app.marquee.deploy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between a proxy and the service: counts what comes through, numbers the answers ({@link
 * #FETCH}), shortens minutes to seconds, and is slow or broken where a test wants it.
 */
final class CountingHop implements AutoCloseable {
  static final String FETCH = "X-Fetch";

  /** What an address does; all but the count is what the service says. */
  static final class Course {
    private final Map<String, String> headers = new ConcurrentHashMap<>();
    private volatile Promise<Void> gate = opened();
    private volatile Fault fault = Fault.NONE;
    private volatile int count;
    private volatile long lastNanos;
    private volatile HttpServerRequest last;

    /** How many requests came as far as here. */
    int count() {
      return count;
    }

    HttpServerRequest last() {
      return last;
    }

    Duration sinceLast() {
      return Duration.ofNanos(System.nanoTime() - lastNanos);
    }

    Course says(String name, String value) {
      headers.put(name, value);
      return this;
    }

    void hold() {
      gate = Promise.promise();
    }

    void release() {
      gate.complete();
    }

    void breaks(Fault with) {
      fault = with;
    }

    private static Promise<Void> opened() {
      Promise<Void> promise = Promise.promise();
      promise.complete();
      return promise;
    }
  }

  enum Fault {
    NONE,
    CLOSES_THE_CONNECTION,
    ANSWERS_500
  }

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = vertx.createHttpClient();
  private final Map<String, Course> courses = new ConcurrentHashMap<>();
  private final URI origin;
  private final HttpServer server;

  CountingHop(String origin) {
    this.origin = URI.create(origin);
    this.server =
        vertx
            .createHttpServer()
            .requestHandler(this::pass)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  int port() {
    return server.actualPort();
  }

  Course course(String target) {
    return courses.computeIfAbsent(target, any -> new Course());
  }

  private void pass(HttpServerRequest request) {
    Course course = course(request.uri());
    course.last = request;
    course.lastNanos = System.nanoTime();
    int number = ++course.count;
    request.pause();
    course.gate.future().onSuccess(open -> answer(request, course, number));
  }

  private void answer(HttpServerRequest request, Course course, int number) {
    if (course.fault == Fault.CLOSES_THE_CONNECTION) {
      request.connection().close();
    } else if (course.fault == Fault.ANSWERS_500) {
      request.response().setStatusCode(500).putHeader("Cache-Control", "no-store").end("broken");
    } else {
      ask(request).onSuccess(answer -> give(answer, request.response(), course, number));
    }
  }

  private Future<HttpClientResponse> ask(HttpServerRequest request) {
    return client
        .request(request.method(), origin.getPort(), origin.getHost(), request.uri())
        .compose(
            passed -> {
              request.headers().forEach(passed.headers()::add);
              return passed.send(request);
            });
  }

  private static void give(
      HttpClientResponse answer, HttpServerResponse response, Course course, int number) {
    response.setStatusCode(answer.statusCode());
    answer.headers().forEach(response.headers()::add);
    course.headers.forEach(response::putHeader);
    response.putHeader(FETCH, Integer.toString(number));
    // Of a stream nobody listens to any more.
    response.closeHandler(closed -> answer.request().reset());
    answer.pipeTo(response);
  }

  @Override
  public void close() {
    List.of(server.close(), client.close())
        .forEach(end -> end.toCompletionStage().toCompletableFuture().join());
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
