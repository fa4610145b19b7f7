package app.marquee.proposals.posters;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;

/**
 * One answer, read no further than is taken. Whoever cancels closes its connection.
 *
 * <p>Errors: {@link NoPoster} for an answer that is none, else those of the client.
 */
final class Download {
  private static final int OK = 200;
  private static final int REDIRECTS = 300;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;

  private final UniEmitter<? super byte[]> emitter;
  private final int maxBytes;
  private final Buffer body = Buffer.buffer();
  private HttpClientRequest request;
  private boolean over;

  private Download(UniEmitter<? super byte[]> emitter, int maxBytes) {
    this.emitter = emitter;
    this.maxBytes = maxBytes;
  }

  static Uni<byte[]> of(HttpClient client, RequestOptions options, int maxBytes) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              Download download = new Download(emitter, maxBytes);
              emitter.onTermination(download::close);
              client.request(options).onSuccess(download::send).onFailure(emitter::fail);
            });
  }

  /** Nobody waits any more, perhaps before there was a connection. */
  private synchronized void close() {
    over = true;
    if (request != null) {
      request.reset();
    }
  }

  private synchronized void send(HttpClientRequest connected) {
    request = connected;
    if (over) {
      request.reset();
      return;
    }
    request.response().onSuccess(this::read).onFailure(emitter::fail);
    request.end();
  }

  private void read(HttpClientResponse response) {
    response.exceptionHandler(emitter::fail);
    NoPoster refusal = refusal(response);
    if (refusal != null) {
      emitter.fail(refusal);
      return;
    }
    response.handler(this::append);
    response.endHandler(end -> complete());
  }

  private synchronized void complete() {
    request = null;
    emitter.complete(body.getBytes());
  }

  private void append(Buffer piece) {
    if (body.length() + piece.length() > maxBytes) {
      emitter.fail(tooLarge());
    } else {
      body.appendBuffer(piece);
    }
  }

  private NoPoster refusal(HttpClientResponse response) {
    int status = response.statusCode();
    if (status == NOT_FOUND || status == GONE) {
      return NoPoster.notFound("the host answered " + status);
    }
    if (status / 100 * 100 == REDIRECTS) {
      return NoPoster.refused("the host answered " + status + ": redirects are not followed");
    }
    if (status != OK) {
      return NoPoster.failed("the host answered " + status, null);
    }
    return announced(response) > maxBytes ? tooLarge() : null;
  }

  // An unreadable length is refused by the client itself.
  private static long announced(HttpClientResponse response) {
    String length = response.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null ? 0 : Long.parseLong(length);
  }

  private NoPoster tooLarge() {
    return NoPoster.refused("the file is larger than " + maxBytes + " bytes");
  }
}
