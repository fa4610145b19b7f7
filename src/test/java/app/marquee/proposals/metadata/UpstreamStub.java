package app.marquee.proposals.metadata;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;

/** All providers at once, on this machine: says what a test tells it to, and remembers. */
final class UpstreamStub implements AutoCloseable {
  private static final Buffer PIECE = Buffer.buffer(" ".repeat(1 << 16));
  private static final int DRIP_MS = 50;

  /** How a request is answered. */
  interface Behaviour {
    void answer(HttpServerRequest request);
  }

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> agents = new CopyOnWriteArrayList<>();
  private volatile Behaviour behaviour = status(404, "{}");

  UpstreamStub() {
    server =
        vertx
            .createHttpServer(new HttpServerOptions().setCompressionSupported(true))
            .requestHandler(this::handle)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.actualPort());
  }

  void does(Behaviour next) {
    behaviour = next;
  }

  void says(int status, String body) {
    does(status(status, body));
  }

  /** The path and query of every request so far. */
  List<String> asked() {
    return asked;
  }

  List<String> agents() {
    return agents;
  }

  static Behaviour status(int status, String body, String... header) {
    return request -> {
      if (header.length > 0) {
        request.response().putHeader(header[0], header[1]);
      }
      request.response().putHeader("Content-Type", "application/json");
      request.response().setStatusCode(status).end(body);
    };
  }

  /** Answers nothing at all. */
  static Behaviour silence() {
    return request -> {};
  }

  /** A blank every so often, without an end. */
  Behaviour drip() {
    return request -> {
      request.response().setChunked(true);
      long timer = vertx.setPeriodic(DRIP_MS, tick -> request.response().write(" "));
      request.connection().closeHandler(closed -> vertx.cancelTimer(timer));
    };
  }

  /** Hangs up instead of answering. */
  static Behaviour hangUp() {
    return request -> request.connection().close();
  }

  /** Begins to answer, and hangs up. */
  static Behaviour breakOff() {
    return request ->
        request
            .response()
            .putHeader("Content-Length", "1000")
            .write("{\"id\": ")
            .onComplete(written -> request.connection().close());
  }

  /** Says so many bytes of blanks, without saying before how many. */
  static Behaviour blanks(int bytes) {
    return request -> {
      request.response().setChunked(true).putHeader("Content-Encoding", "identity");
      write(request, bytes);
    };
  }

  /** So many bytes of blanks, packed into very few. */
  static Behaviour bomb(int bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      for (int said = 0; said < bytes; said += PIECE.length()) {
        gzip.write(PIECE.getBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return request ->
        request
            .response()
            .putHeader("Content-Encoding", "gzip")
            .end(Buffer.buffer(packed.toByteArray()));
  }

  private static void write(HttpServerRequest request, int left) {
    if (left <= 0) {
      request.response().end();
    } else {
      request.response().write(PIECE).onSuccess(written -> write(request, left - PIECE.length()));
    }
  }

  private void handle(HttpServerRequest request) {
    asked.add(request.uri());
    agents.add(request.getHeader("User-Agent"));
    behaviour.answer(request);
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
