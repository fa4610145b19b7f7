package app.marquee.proposals.posters;

import app.marquee.db.Sha256;

/**
 * Bytes to be served as they are.
 *
 * @param etag strong, with its quotes: SHA-256 of the bytes, and the size
 */
record Picture(String contentType, int width, int height, String etag, byte[] bytes) {
  static final String JPEG = "image/jpeg";
  static final String PNG = "image/png";

  static Picture of(PosterSize size, String contentType, int width, int height, byte[] bytes) {
    String etag = '"' + Sha256.hex(bytes) + '-' + size.word() + '"';
    return new Picture(contentType, width, height, etag, bytes);
  }
}
