package app.marquee.predictions;

import app.marquee.db.Sql;
import java.lang.reflect.Array;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How facts of one kind are written: their values in order, what tells them apart, and the SQL. */
enum FactTable {
  MOVIES(
      2_000,
      List.of(),
      "upsert_movies",
      new Column("title", String.class, false),
      new Column("original_title", String.class, false),
      new Column("release_date", LocalDate.class, false),
      new Column("year_only", Boolean.class, false),
      new Column("runtime", Integer.class, false),
      new Column("original_language", String.class, false),
      new Column("overview", String.class, false),
      new Column("poster_path", String.class, false),
      new Column("import_status", String.class, false)),
  METRICS(
      5_000,
      List.of(),
      "upsert_metrics",
      new Column("source", String.class, true),
      new Column("metric_type", String.class, true),
      new Column("value", Double.class, false),
      new Column("fetched_at", Instant.class, false)),
  PEOPLE(
      5_000,
      List.of(),
      "upsert_people",
      new Column("person_key", String.class, true),
      new Column("name", String.class, false),
      new Column("person_imdb_id", String.class, false),
      new Column("person_tmdb_id", Long.class, false)),
  CREDITS(
      5_000,
      List.of("ensure_people"),
      "upsert_credits",
      new Column("person_key", String.class, true),
      new Column("person_name", String.class, false),
      new Column("credit_type", String.class, true),
      new Column("department", String.class, false),
      new Column("job", String.class, true),
      new Column("cast_order", Integer.class, false)),
  NOMINATIONS(
      5_000,
      List.of("ensure_festivals", "ensure_people"),
      "upsert_nominations",
      new Column("festival", String.class, true),
      new Column("festival_name", String.class, false),
      new Column("year", Integer.class, true),
      new Column("category", String.class, true),
      new Column("person_key", String.class, true),
      new Column("person_name", String.class, false),
      new Column("won", Boolean.class, false)),
  LISTS(
      5_000,
      List.of("ensure_lists"),
      "upsert_lists",
      new Column("list", String.class, true),
      new Column("edition", String.class, true),
      new Column("position", Integer.class, false));

  private record Column(String name, Class<?> type, boolean inKey) {}

  private final int factsPerBatch;
  private final List<Sql> steps;
  private final List<Column> columns;

  FactTable(int factsPerBatch, List<String> before, String upsert, Column... columns) {
    this.factsPerBatch = factsPerBatch;
    List<String> names = new ArrayList<>(before);
    names.add(upsert);
    this.steps = names.stream().map(name -> Sql.of("predictions/" + name + ".sql")).toList();
    this.columns = List.of(columns);
  }

  /** Whether documents show its facts themselves, not only the scores made of them. */
  boolean isShown() {
    return this == MOVIES || this == LISTS;
  }

  int factsPerBatch() {
    return factsPerBatch;
  }

  /** The statements of a batch in order; the last one answers with an outcome per fact. */
  List<Sql> steps() {
    return steps;
  }

  /**
   * A fact of this table.
   *
   * @param film null for people, who belong to none
   * @param values of its columns in order
   */
  Fact fact(FilmId film, Object... values) {
    if (values.length != columns.size()) {
      throw new IllegalArgumentException(this + " has " + columns.size() + " columns");
    }
    return new Fact(this, film, values);
  }

  /** What tells the fact apart from others of its film. */
  List<Object> key(Object[] values) {
    List<Object> key = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (columns.get(i).inKey()) {
        key.add(values[i]);
      }
    }
    return key;
  }

  /** A batch as the arrays its statements bind. */
  Map<String, Object> binds(List<Fact> facts) {
    Map<String, Object> binds = new HashMap<>();
    if (this != PEOPLE) {
      binds.put("imdb_id", facts.stream().map(f -> f.film().imdbId()).toArray(String[]::new));
      binds.put("tmdb_id", facts.stream().map(f -> f.film().tmdbId()).toArray(Long[]::new));
    }
    IntStream.range(0, columns.size())
        .forEach(i -> binds.put(columns.get(i).name(), array(facts, i)));
    return binds;
  }

  private Object array(List<Fact> facts, int column) {
    Object[] array = (Object[]) Array.newInstance(columns.get(column).type(), facts.size());
    for (int i = 0; i < array.length; i++) {
      array[i] = facts.get(i).values()[column];
    }
    return array;
  }

  /** A fact as read from a line. */
  record Fact(FactTable table, FilmId film, Object[] values) {

    /** By which an earlier fact of a batch is known to be the same one; one for each id. */
    Set<List<Object>> keys() {
      List<Object> own = table.key(values);
      return film == null
          ? Set.of(own)
          : film.parts().stream().map(id -> List.of(id, own)).collect(Collectors.toSet());
    }
  }
}
