package app.marquee.views;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A body with the byte range of every row of its {@link View#arrays}, and one permutation per
 * order, so that a page is cut without reading JSON again.
 *
 * <p>Errors: {@link #parse} throws {@link Malformed} for anything but one JSON object, for an array
 * that is missing or holds scalars, and for arrays of different lengths.
 */
final class Document {
  private static final JsonFactory JSON = new JsonFactory();
  private static final ObjectMapper ROWS = new ObjectMapper();

  /** The body is not what its view declares. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    Malformed(String message) {
      super(message);
    }
  }

  private final byte[] body;
  private final List<Range> arrays;
  private final int rows;
  private final Map<String, int[]> permutations;

  /** A row's byte range and those of its numbers that somebody asks for; booleans are 0 and 1. */
  record Row(int start, int end, Map<String, BigDecimal> numbers) {}

  /** A document with its rows as numbers, which the gate looks at once and memory need not keep. */
  record Parsed(Document document, List<Row> rows) {}

  /** Where an array's inside starts and ends, and each of its rows. */
  private record Range(int start, int end, int[] starts, int[] ends) {
    static Range of(int start, int end, List<Row> rows) {
      return new Range(
          start,
          end,
          rows.stream().mapToInt(Row::start).toArray(),
          rows.stream().mapToInt(Row::end).toArray());
    }

    Range only(int[] kept) {
      return new Range(
          start,
          end,
          IntStream.of(kept).map(i -> starts[i]).toArray(),
          IntStream.of(kept).map(i -> ends[i]).toArray());
    }
  }

  private Document(byte[] body, List<Range> arrays, int rows, Map<String, int[]> permutations) {
    this.body = body;
    this.arrays = arrays;
    this.rows = rows;
    this.permutations = permutations;
  }

  private Document(byte[] body, List<Range> arrays, List<Row> rows, List<SortOrder> orders) {
    this.body = body;
    this.arrays = arrays;
    this.rows = rows.size();
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
      Map<String, Range> found = new LinkedHashMap<>();
      List<Row> rows = new ArrayList<>();
      readObject(json, view, "", found, rows);
      if (json.nextToken() != null) {
        throw new Malformed("more than one JSON object");
      }
      for (String array : view.arrays()) {
        if (!found.containsKey(array)) {
          throw new Malformed("no array " + array);
        }
        if (found.get(array).starts().length != rows.size()) {
          throw new Malformed(array + " is not as long as the other arrays");
        }
      }
      Document document = new Document(body, List.copyOf(found.values()), rows, view.orders());
      return new Parsed(document, rows);
    } catch (IOException e) {
      throw new Malformed("not JSON: " + e.getMessage());
    }
  }

  /** Collects the arrays among the fields of the object just entered; {@code rows} of the first. */
  private static void readObject(
      JsonParser json, View view, String path, Map<String, Range> found, List<Row> rows)
      throws IOException, Malformed {
    List<String> arrays = view.arrays();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = path + json.currentName();
      JsonToken value = json.nextToken();
      if (value == JsonToken.START_ARRAY && arrays.contains(field)) {
        int start = offset(json) + 1;
        List<Row> read = rows(json, field, view);
        if (found.put(field, Range.of(start, offset(json), read)) == null && found.size() == 1) {
          rows.addAll(read);
        }
      } else if (value == JsonToken.START_OBJECT
          && arrays.stream().anyMatch(array -> array.startsWith(field + "."))) {
        readObject(json, view, field + ".", found, rows);
      } else {
        json.skipChildren();
      }
    }
  }

  private static List<Row> rows(JsonParser json, String array, View view)
      throws IOException, Malformed {
    Set<String> wanted = wanted(view);
    List<Row> rows = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (!json.currentToken().isStructStart()) {
        throw new Malformed("row " + (rows.size() + 1) + " of " + array + " is a scalar");
      }
      int start = offset(json);
      Map<String, BigDecimal> numbers =
          json.currentToken() == JsonToken.START_OBJECT ? numbers(json, wanted) : Map.of();
      json.skipChildren();
      rows.add(new Row(start, offset(json) + 1, numbers));
    }
    return rows;
  }

  // A run holds the rows of all its documents at once, so only what orders and gate look at is
  // kept.
  private static Set<String> wanted(View view) {
    Set<String> wanted = new HashSet<>(view.gate().scores().keySet());
    view.orders().forEach(order -> wanted.add(order.field()));
    wanted.add("rank");
    return wanted;
  }

  private static Map<String, BigDecimal> numbers(JsonParser json, Set<String> wanted)
      throws IOException {
    Map<String, BigDecimal> numbers = new HashMap<>(2 * wanted.size());
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      if (value.isNumeric() && wanted.contains(field)) {
        numbers.put(field, json.getDecimalValue());
      } else if (value.isBoolean() && wanted.contains(field)) {
        numbers.put(field, json.getBooleanValue() ? BigDecimal.ONE : BigDecimal.ZERO);
      } else {
        json.skipChildren();
      }
    }
    return numbers;
  }

  private static int offset(JsonParser json) {
    return (int) json.currentTokenLocation().getByteOffset();
  }

  /**
   * The same document with those rows alone, in the default order; what stands beside them stays.
   */
  Document where(Predicate<JsonNode> wanted) {
    int[] kept = IntStream.range(0, rows).filter(i -> wanted.test(row(i))).toArray();
    List<Range> some = arrays.stream().map(array -> array.only(kept)).toList();
    return new Document(body, some, kept.length, Map.of());
  }

  private JsonNode row(int i) {
    Range first = arrays.get(0);
    try {
      return ROWS.readTree(body, first.starts()[i], first.ends()[i] - first.starts()[i]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    return rows;
  }

  /**
   * Bytes of memory this document holds: the body, and the offsets and permutations of its rows.
   */
  int weight() {
    return body.length + rows * Integer.BYTES * (2 * arrays.size() + permutations.size());
  }

  /**
   * The rows {@code offset … offset+limit} of an order, between what stands before and after them
   * in the body; the opening brace is left out.
   */
  byte[] cut(String orderField, int offset, int limit) {
    int[] permutation = orderField == null ? null : permutations.get(orderField);
    int from = Math.min(offset, rows);
    int to = (int) Math.min((long) from + limit, rows);
    ByteArrayOutputStream page = new ByteArrayOutputStream(sizeOf(permutation, from, to));
    int at = 1;
    for (Range array : arrays) {
      page.write(body, at, array.start() - at);
      for (int i = from; i < to; i++) {
        if (i > from) {
          page.write(',');
        }
        int row = permutation == null ? i : permutation[i];
        page.write(body, array.starts()[row], array.ends()[row] - array.starts()[row]);
      }
      at = array.end();
    }
    page.write(body, at, body.length - at);
    return page.toByteArray();
  }

  private int sizeOf(int[] permutation, int from, int to) {
    int size = body.length;
    for (Range array : arrays) {
      size -= array.end() - array.start();
      for (int i = from; i < to; i++) {
        int row = permutation == null ? i : permutation[i];
        size += array.ends()[row] - array.starts()[row] + 1;
      }
    }
    return size;
  }
}
