package app.marquee.predictions;

import app.marquee.db.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * What weights would have found, decade by decade, by the scoring itself and in one state of the
 * database: that of the connection's transaction. Each weights are asked for once.
 */
final class Hindsight {
  private static final Sql HITS = Sql.of("predictions/fit_hits.sql");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int AT_ONCE = 25;

  private final SqlConnection connection;
  private final List<Integer> decades;
  private final IntConsumer progress;
  private final Map<String, int[]> hits = new HashMap<>();

  /**
   * Over these decades, in order.
   *
   * @param progress is told how many weights have been tried
   */
  Hindsight(SqlConnection connection, List<Integer> decades, IntConsumer progress) {
    this.connection = connection;
    this.decades = decades;
    this.progress = progress;
  }

  /** How many have been tried. */
  int tried() {
    return hits.size();
  }

  /** Members found per decade, of each of these. Errors: those of the database. */
  Uni<Map<GridPoint, int[]>> of(Collection<GridPoint> points) {
    Map<String, Weights> named = new LinkedHashMap<>();
    points.forEach(point -> named.put(name(point), point.weights()));
    return ofNamed(named)
        .map(
            found -> {
              Map<GridPoint, int[]> byPoint = new HashMap<>();
              points.forEach(point -> byPoint.put(point, found.get(name(point))));
              return byPoint;
            });
  }

  private static String name(GridPoint point) {
    return point.twentieths().toString();
  }

  /** The same of weights under names of the caller's. */
  Uni<Map<String, int[]>> ofNamed(Map<String, Weights> named) {
    List<Map.Entry<String, Weights>> unknown =
        named.entrySet().stream().filter(e -> !hits.containsKey(e.getKey())).toList();
    List<List<Map.Entry<String, Weights>>> batches = new ArrayList<>();
    for (int from = 0; from < unknown.size(); from += AT_ONCE) {
      batches.add(unknown.subList(from, Math.min(unknown.size(), from + AT_ONCE)));
    }
    return Multi.createFrom()
        .iterable(batches)
        .onItem()
        .transformToUniAndConcatenate(this::ask)
        .collect()
        .asList()
        .replaceWith(hits);
  }

  private Uni<Integer> ask(List<Map.Entry<String, Weights>> batch) {
    return HITS.on(connection, Map.of("profiles", json(batch)))
        .map(
            rows -> {
              batch.forEach(entry -> hits.put(entry.getKey(), new int[decades.size()]));
              for (Row row : rows) {
                int decade = decades.indexOf(row.getInteger("decade"));
                hits.get(row.getString("profile"))[decade] = row.getInteger("correct");
              }
              progress.accept(hits.size());
              return hits.size();
            });
  }

  private static String json(List<Map.Entry<String, Weights>> batch) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Map.Entry<String, Weights> entry : batch) {
      Map<String, Object> one = new LinkedHashMap<>(entry.getValue().binds());
      one.put("profile", entry.getKey());
      all.add(one);
    }
    try {
      return JSON.writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
