package app.marquee.web;

import app.marquee.db.Sha256;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** A file as it is sent: as it is, and compressed once as well as gzip can. */
record StoredFile(String contentType, String etag, Buffer plain, Buffer gzip) {

  static StoredFile of(String contentType, byte[] bytes) {
    return new StoredFile(
        contentType,
        Sha256.hex(bytes).substring(0, 32),
        Buffer.buffer(bytes),
        Buffer.buffer(compressed(bytes)));
  }

  private static byte[] compressed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2);
    try (GZIPOutputStream gzip = new BestGzip(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static final class BestGzip extends GZIPOutputStream {
    BestGzip(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
