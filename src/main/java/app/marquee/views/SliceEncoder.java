package app.marquee.views;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a slice of a build: envelope, rows, what stands beside them, in the asked format and
 * encoding.
 */
final class SliceEncoder {
  private static final JsonFactory JSON = new JsonFactory();

  private SliceEncoder() {}

  static byte[] encode(View view, Build build, Document document, Slice slice) {
    return encode(view, build, document, slice, null);
  }

  /** A slice of the wanted rows; their number stands in the envelope as {@code matching_count}. */
  static Answer.Matching matching(
      View view, Build build, Document document, Slice slice, Predicate<JsonNode> wanted) {
    Document rows = document.where(wanted);
    return new Answer.Matching(encode(view, build, rows, slice, rows.rowCount()), rows.rowCount());
  }

  private static byte[] encode(
      View view, Build build, Document document, Slice slice, Integer matching) {
    byte[] plain =
        slice.format() == Slice.Format.CSV
            ? CsvRows.write(document.cut(slice.order(), slice.offset(), slice.limit()))
            : json(view, build, document, slice, matching);
    return slice.encoding() == Slice.Encoding.GZIP ? gzip(plain) : plain;
  }

  private static byte[] json(
      View view, Build build, Document document, Slice slice, Integer matching) {
    byte[] rest = document.cut(slice.order(), slice.offset(), slice.limit());
    byte[] head = head(view, build, slice, matching);
    ByteArrayOutputStream out = new ByteArrayOutputStream(head.length + rest.length + 1);
    // The generator closes its object; the document's own fields go on in it.
    out.write(head, 0, head.length - 1);
    if (rest.length > 1) {
      out.write(',');
    }
    out.write(rest, 0, rest.length);
    return out.toByteArray();
  }

  private static byte[] head(View view, Build build, Slice slice, Integer matching) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeBooleanField("success", true);
      json.writeStringField("view", view.name());
      if (build.key().period() != null) {
        json.writeStringField("period", build.key().period());
      }
      if (build.key().filter() != null && !view.perId()) {
        json.writeStringField("filter", build.key().filter());
      }
      if (view.isList()) {
        json.writeStringField("sort_by", slice.order());
      }
      if (!view.arrays().isEmpty()) {
        json.writeNumberField("limit", slice.limit());
        json.writeNumberField("offset", slice.offset());
        json.writeNumberField("record_count", build.recordCount());
        if (matching != null) {
          json.writeNumberField("matching_count", matching);
        }
      }
      json.writeStringField("generated_at", instant(build.generatedAt()));
      json.writeStringField("data_as_of", instant(build.asOf()));
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static String instant(Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** Paid once per build and slice, so the best ratio is worth its time. */
  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 4 + 64);
    try (GZIPOutputStream zipped =
        new GZIPOutputStream(out) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        }) {
      zipped.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
