package app.marquee.web;

import app.marquee.http.AcceptEncoding;
import app.marquee.http.EntityTags;
import app.marquee.views.Slice.Encoding;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Sends a file: compressed for whoever takes it, not at all to whoever has it. */
final class FileAnswer {
  private FileAnswer() {}

  static void send(HttpServerRequest request, StoredFile file, String cacheControl) {
    boolean gzip = AcceptEncoding.choose(request.getHeader("Accept-Encoding")) == Encoding.GZIP;
    String etag = '"' + file.etag() + (gzip ? "-gzip\"" : "\"");
    HttpServerResponse response =
        request
            .response()
            .putHeader("Cache-Control", cacheControl)
            .putHeader("Vary", "Accept-Encoding")
            .putHeader("ETag", etag);
    if (EntityTags.matches(request.getHeader("If-None-Match"), etag)) {
      response.setStatusCode(304).end();
      return;
    }
    Buffer body = gzip ? file.gzip() : file.plain();
    response
        .putHeader("Content-Type", file.contentType())
        .putHeader("Content-Length", Integer.toString(body.length()));
    if (gzip) {
      response.putHeader("Content-Encoding", "gzip");
    }
    if (request.method() == HttpMethod.HEAD) {
      response.end();
    } else {
      response.end(body);
    }
  }
}
