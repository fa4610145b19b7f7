package app.marquee.predictions;

import app.marquee.http.QueryReader;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Which rows of which ranking a request asks for.
 *
 * @param status null: whatever theirs is
 * @param text what a title must contain, in small letters; null: anything
 */
record FilmQuery(int decade, String profile, String status, String text, int limit, int offset) {
  private static final String ANY = "all";
  private static final List<String> STATUSES = List.of(ANY, "already_added", "future_prediction");
  private static final int LONGEST_TEXT = 100;

  /** Errors: a problem 400 that names every parameter that is not as it should be. */
  static FilmQuery read(RoutingContext request, PredictionViews views) {
    QueryReader query = QueryReader.of(request);
    List<String> decades = PredictionViews.DECADES.stream().map(String::valueOf).toList();
    String decade = query.oneOf("decade", decades, String.valueOf(PredictionViews.NEWEST_DECADE));
    String profile =
        query.oneOf("profile", views.ranking().filters(), views.ranking().defaultFilter());
    String status = query.oneOf("status", STATUSES, ANY);
    String text = query.text("q", LONGEST_TEXT);
    int limit =
        query.integer("limit", 1, views.ranking().maxLimit(), views.ranking().defaultLimit());
    int offset = query.integer("offset", 0, Integer.MAX_VALUE, 0);
    query.check();
    return new FilmQuery(
        Integer.parseInt(decade),
        profile,
        status.equals(ANY) ? null : status,
        text == null ? null : text.toLowerCase(Locale.ROOT),
        limit,
        offset);
  }

  /** Whether every row is asked for. */
  boolean all() {
    return status == null && text == null;
  }

  Predicate<JsonNode> wanted() {
    return row ->
        (status == null || row.path("status").asText().equals(status))
            && (text == null || row.path("title").asText().toLowerCase(Locale.ROOT).contains(text));
  }

  /** Everything but limit and offset, as a query. */
  String arguments() {
    return "decade="
        + decade
        + "&profile="
        + profile
        + (status == null ? "" : "&status=" + status)
        + (text == null ? "" : "&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
  }
}
