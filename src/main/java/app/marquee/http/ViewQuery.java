package app.marquee.http;

import app.marquee.views.Key;
import app.marquee.views.SortOrder;
import app.marquee.views.View;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The query parameters of a view: what its declaration allows, or every way in which they break it.
 */
sealed interface ViewQuery {

  /**
   * {@code order} is null for a document; {@code choice} tells its address which of several views
   * it is, such as {@code type=rides}, and is empty where there is but one.
   */
  record Valid(View view, Key key, String choice, String order, int limit, int offset)
      implements ViewQuery {}

  /** One error per bad parameter: {@code {parameter, message, allowed?}}. */
  record Invalid(List<Map<String, Object>> errors) implements ViewQuery {}

  static ViewQuery parse(View view, MultiMap query) {
    return parse(view, null, "", new Reader(query));
  }

  /** The parameters of one of several views, and the one that chooses it. */
  static ViewQuery parse(ViewChoice choice, MultiMap query) {
    Reader reader = new Reader(query);
    List<String> values = List.copyOf(choice.views().keySet());
    String value = reader.oneOf(choice.parameter(), values, choice.byDefault());
    View view = choice.views().getOrDefault(value, choice.example());
    return parse(view, null, choice.parameter() + "=" + value, reader);
  }

  /** The parameters of a view per entity; which entity, the path tells. */
  static ViewQuery parse(View view, long id, MultiMap query) {
    return parse(view, String.valueOf(id), "", new Reader(query));
  }

  private static ViewQuery parse(View view, String id, String choice, Reader reader) {
    String period =
        view.periods().isEmpty()
            ? null
            : reader.oneOf("period", view.periods(), view.defaultPeriod());
    String filter =
        view.filters().isEmpty()
            ? id
            : reader.oneOf("filter", view.filters(), view.defaultFilter());
    String order = null;
    int limit = 1;
    int offset = 0;
    if (view.isList()) {
      List<String> orders = view.orders().stream().map(SortOrder::field).toList();
      order = reader.oneOf("sort_by", orders, orders.get(0));
    }
    if (!view.arrays().isEmpty()) {
      limit = reader.integer("limit", 1, view.maxLimit(), view.defaultLimit());
      offset = reader.integer("offset", 0, Integer.MAX_VALUE, 0);
    }
    List<Map<String, Object>> errors = reader.finish();
    return errors.isEmpty()
        ? new Valid(view, view.key(period, filter), choice, order, limit, offset)
        : new Invalid(errors);
  }

  /** Takes parameters one by one and remembers what was wrong with them. */
  final class Reader {
    private final MultiMap query;
    private final List<String> known = new ArrayList<>();
    private final List<Map<String, Object>> errors = new ArrayList<>();

    Reader(MultiMap query) {
      this.query = query;
    }

    /** {@code byDefault} null: it must be given. */
    String oneOf(String name, List<String> allowed, String byDefault) {
      String value = take(name);
      if (value == null) {
        if (byDefault == null) {
          wrong(name, "is required", allowed);
        }
        return byDefault;
      }
      if (!allowed.contains(value)) {
        wrong(name, "is not one of the allowed values", allowed);
        return byDefault;
      }
      return value;
    }

    int integer(String name, int least, int greatest, int byDefault) {
      String value = take(name);
      if (value == null) {
        return byDefault;
      }
      if (value.matches("\\d{1,9}")
          && Integer.parseInt(value) >= least
          && Integer.parseInt(value) <= greatest) {
        return Integer.parseInt(value);
      }
      wrong(name, "is not an integer in the allowed range", List.of(least + "…" + greatest));
      return byDefault;
    }

    List<String> all(String name) {
      known.add(name);
      return query.getAll(name);
    }

    private String take(String name) {
      known.add(name);
      List<String> values = query.getAll(name);
      if (values.size() > 1) {
        wrong(name, "is given more than once", null);
      }
      return values.isEmpty() ? null : values.get(0);
    }

    private void wrong(String name, String message, List<String> allowed) {
      Map<String, Object> error = new LinkedHashMap<>();
      error.put("parameter", name);
      error.put("message", message);
      if (allowed != null) {
        error.put("allowed", allowed);
      }
      errors.add(error);
    }

    List<Map<String, Object>> finish() {
      new TreeSet<>(query.names())
          .stream()
              .filter(name -> !known.contains(name))
              .forEach(name -> wrong(name, "is not a parameter here", known));
      return errors;
    }
  }
}
