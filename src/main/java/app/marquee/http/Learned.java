package app.marquee.http;

import app.marquee.views.Answer;
import app.marquee.views.Build;
import app.marquee.views.Condition;
import app.marquee.views.Slice;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.AsciiString;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * An answer a resource gave from a build: its bytes outside the heap, ready for the socket, and its
 * headers.
 */
final class Learned {
  private static final AsciiString REQUEST_ID = AsciiString.cached(RequestId.HEADER);
  private static final AsciiString SERVER_TIMING = AsciiString.cached("Server-Timing");
  private static final AsciiString CONTENT_TYPE = AsciiString.cached("Content-Type");
  private static final AsciiString CONTENT_ENCODING = AsciiString.cached("Content-Encoding");
  private static final AsciiString CONTENT_LENGTH = AsciiString.cached("Content-Length");
  private static final AsciiString GZIP = AsciiString.cached("gzip");

  /**
   * Formatting a duration costs more than the answer takes, so the short ones are at hand:
   * hundredths of a millisecond.
   */
  private static final AsciiString[] TIMINGS =
      IntStream.rangeClosed(0, 100).mapToObj(Learned::timing).toArray(AsciiString[]::new);

  private final Answer.Served served;
  private final Slice slice;
  private final String etag;
  private final String address;
  private final int length;
  private final ByteBuf body;
  private final AsciiString contentLength;
  private final AsciiString contentType;
  private volatile Stamp stamp;

  /** The headers of one second of age, names and values in turn: they change with it. */
  private record Stamp(long age, List<AsciiString> headers) {}

  Learned(Answer.Served served, Slice slice, String etag, String address, byte[] bytes) {
    this.served = served;
    this.slice = slice;
    this.etag = etag;
    this.address = address;
    this.length = bytes.length;
    ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    this.body = Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(direct).asReadOnly());
    this.contentLength = AsciiString.of(Integer.toString(length));
    this.contentType = AsciiString.of(ViewAnswers.contentType(slice));
  }

  Build build() {
    return served.build();
  }

  String etag() {
    return etag;
  }

  int length() {
    return length;
  }

  void writeHeaders(MultiMap headers, Condition condition, String requestId, long nanos) {
    List<AsciiString> lines = stamp(condition).headers();
    for (int i = 0; i < lines.size(); i += 2) {
      headers.add(lines.get(i), lines.get(i + 1));
    }
    headers.add(REQUEST_ID, requestId);
    int hundredths = (int) Math.min(nanos / 10_000, TIMINGS.length - 1);
    headers.add(SERVER_TIMING, TIMINGS[hundredths]);
  }

  // The only way to hand Vert.x bytes outside the heap; its successor is not there yet.
  @SuppressWarnings("deprecation")
  void writeBody(HttpServerResponse response) {
    MultiMap headers = response.headers();
    headers.add(CONTENT_TYPE, contentType);
    if (slice.encoding() == Slice.Encoding.GZIP) {
      headers.add(CONTENT_ENCODING, GZIP);
    }
    headers.add(CONTENT_LENGTH, contentLength);
    response.end(Buffer.buffer(body.duplicate()));
  }

  private Stamp stamp(Condition condition) {
    long age = condition.age().toSeconds();
    Stamp current = stamp;
    if (current == null || current.age() != age) {
      Answer.Served aged =
          new Answer.Served(
              served.view(), served.build(), condition, served.origin(), served.bytes());
      current = new Stamp(age, lines(ViewHeaders.of(aged, slice, etag, address)));
      stamp = current;
    }
    return current;
  }

  private static List<AsciiString> lines(Map<String, String> headers) {
    List<AsciiString> lines = new ArrayList<>(SafeHeaders.ON_PUBLIC);
    headers.forEach(
        (name, value) -> {
          lines.add(AsciiString.of(name));
          lines.add(AsciiString.of(value));
        });
    return lines;
  }

  private static AsciiString timing(int hundredths) {
    return AsciiString.of(String.format(Locale.ROOT, "view;dur=%.2f", hundredths / 100.0));
  }
}
