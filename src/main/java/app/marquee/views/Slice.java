package app.marquee.views;

/**
 * A page of a build as bytes on the wire.
 *
 * @param order field of the order; null for a document
 * @param format what the rows are written as
 * @param encoding content coding
 */
public record Slice(String order, int limit, int offset, Format format, Encoding encoding) {

  /** JSON envelope, or the rows alone as CSV. */
  public enum Format {
    JSON,
    CSV
  }

  /** {@code identity} or {@code gzip}. */
  public enum Encoding {
    IDENTITY,
    GZIP
  }
}
