package app.marquee.views;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A body with the byte range of every row and one permutation per order, so that a page is cut
 * without reading JSON again.
 *
 * <p>Errors: {@link #parse} throws {@link Malformed} for anything but one JSON object, and for a
 * list without {@code data} rows that are objects.
 */
final class Document {
  private static final JsonFactory JSON = new JsonFactory();

  /** The body is not what its view declares. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    Malformed(String message) {
      super(message);
    }
  }

  private final byte[] body;
  private final int[] starts;
  private final int[] ends;
  private final int rowsStart;
  private final int rowsEnd;
  private final Map<String, int[]> permutations;

  /** A row's byte range and the numbers of its top-level fields; booleans count as 0 and 1. */
  record Row(int start, int end, Map<String, BigDecimal> numbers) {}

  /** A document with its rows as numbers, which the gate looks at once and memory need not keep. */
  record Parsed(Document document, List<Row> rows) {}

  private Document(
      byte[] body, List<Row> rows, int rowsStart, int rowsEnd, List<SortOrder> orders) {
    this.body = body;
    this.starts = rows.stream().mapToInt(Row::start).toArray();
    this.ends = rows.stream().mapToInt(Row::end).toArray();
    this.rowsStart = rowsStart;
    this.rowsEnd = rowsEnd;
    this.permutations = new HashMap<>();
    orders.stream()
        .skip(1)
        .forEach(order -> permutations.put(order.field(), permutation(rows, order)));
  }

  static Parsed parse(View view, byte[] body) throws Malformed {
    try (JsonParser json = JSON.createParser(body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new Malformed("not a JSON object");
      }
      List<Row> rows = view.isList() ? null : List.of();
      int[] range = new int[2];
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean data = view.isList() && json.currentName().equals("data");
        JsonToken value = json.nextToken();
        if (data && value == JsonToken.START_ARRAY) {
          range[0] = offset(json) + 1;
          rows = rows(json);
          range[1] = offset(json);
        } else {
          json.skipChildren();
        }
      }
      if (json.nextToken() != null || rows == null) {
        throw new Malformed(rows == null ? "a list without data" : "more than one JSON object");
      }
      return new Parsed(new Document(body, rows, range[0], range[1], view.orders()), rows);
    } catch (IOException e) {
      throw new Malformed("not JSON: " + e.getMessage());
    }
  }

  private static List<Row> rows(JsonParser json) throws IOException, Malformed {
    List<Row> rows = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        throw new Malformed("row " + (rows.size() + 1) + " is not an object");
      }
      int start = offset(json);
      Map<String, BigDecimal> numbers = new HashMap<>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        JsonToken value = json.nextToken();
        if (value.isNumeric()) {
          numbers.put(field, json.getDecimalValue());
        } else if (value.isBoolean()) {
          numbers.put(field, json.getBooleanValue() ? BigDecimal.ONE : BigDecimal.ZERO);
        } else {
          json.skipChildren();
        }
      }
      rows.add(new Row(start, offset(json) + 1, numbers));
    }
    return rows;
  }

  private static int offset(JsonParser json) {
    return (int) json.currentTokenLocation().getByteOffset();
  }

  private static int[] permutation(List<Row> rows, SortOrder order) {
    Comparator<BigDecimal> direction =
        order.ascending() ? Comparator.naturalOrder() : Comparator.reverseOrder();
    return IntStream.range(0, rows.size())
        .boxed()
        .sorted(
            Comparator.comparing(
                    (Integer i) -> rows.get(i).numbers().get(order.field()),
                    Comparator.nullsLast(direction))
                .thenComparing(Comparator.naturalOrder()))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  byte[] body() {
    return body;
  }

  int rowCount() {
    return starts.length;
  }

  /**
   * Bytes of memory this document holds: the body, and the offsets and permutations of its rows.
   */
  int weight() {
    return body.length + starts.length * Integer.BYTES * (2 + permutations.size());
  }

  /**
   * The rows {@code offset … offset+limit} of an order, between what stands before and after them
   * in the body; the opening brace is left out.
   */
  byte[] cut(String orderField, int offset, int limit) {
    int[] permutation = permutations.get(orderField);
    int from = Math.min(offset, starts.length);
    int to = (int) Math.min((long) from + limit, starts.length);
    int size = rowsStart - 1 + body.length - rowsEnd + Math.max(0, to - from - 1);
    for (int i = from; i < to; i++) {
      int row = permutation == null ? i : permutation[i];
      size += ends[row] - starts[row];
    }
    byte[] page = new byte[size];
    int at = copy(1, rowsStart, page, 0);
    for (int i = from; i < to; i++) {
      if (i > from) {
        page[at++] = ',';
      }
      int row = permutation == null ? i : permutation[i];
      at = copy(starts[row], ends[row], page, at);
    }
    copy(rowsEnd, body.length, page, at);
    return page;
  }

  private int copy(int start, int end, byte[] into, int at) {
    System.arraycopy(body, start, into, at, end - start);
    return at + end - start;
  }
}
