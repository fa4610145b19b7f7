package app.marquee.http;

import app.marquee.views.Key;
import app.marquee.views.SortOrder;
import app.marquee.views.View;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Map;

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
    return parse(view, null, "", new QueryReader(query));
  }

  /** The parameters of one of several views, and the one that chooses it. */
  static ViewQuery parse(ViewChoice choice, MultiMap query) {
    QueryReader reader = new QueryReader(query);
    List<String> values = List.copyOf(choice.views().keySet());
    String value = reader.oneOf(choice.parameter(), values, choice.byDefault());
    View view = choice.views().getOrDefault(value, choice.example());
    return parse(view, null, choice.parameter() + "=" + value, reader);
  }

  /** The parameters of a view per entity; which entity, the path tells. */
  static ViewQuery parse(View view, long id, MultiMap query) {
    return parse(view, String.valueOf(id), "", new QueryReader(query));
  }

  private static ViewQuery parse(View view, String id, String choice, QueryReader reader) {
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
}
