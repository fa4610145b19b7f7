package app.marquee.db;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One statement from a file under {@code /sql}, with named binds.
 *
 * <p>A line {@code -- include: parks/window.sql} stands for the text of that file, so a building
 * block has one definition. {@code ::}, {@code ?}, {@code now()} and {@code current_date} are
 * refused: binds have names, and time comes in as {@code :now}. Errors: {@link
 * IllegalArgumentException} at load for a missing file or a refused token, at {@link #bind} for a
 * bind too many or too few.
 */
public final class Sql {
  private static final String INCLUDE = "-- include:";

  private final String path;
  private final String text;
  private final String statement;
  private final List<String> binds;
  private final String hash;

  private Sql(String path, String text) {
    this.path = path;
    this.text = text;
    SqlBinds parsed = SqlBinds.parse(path, text);
    this.statement = parsed.statement();
    this.binds = parsed.names();
    this.hash = Sha256.hex(statement);
  }

  /** The statement in {@code /sql/} + {@code path}, its includes resolved. */
  public static Sql of(String path) {
    return new Sql(path, load(path, new LinkedHashSet<>()));
  }

  /** The text with named binds, as Hibernate takes it. */
  public String text() {
    return text;
  }

  /** The text with {@code $1…$n}, as the reactive client takes it. */
  public String statement() {
    return statement;
  }

  /** Hex SHA-256 of the statement, includes and all, comments left out. */
  public String hash() {
    return hash;
  }

  public String path() {
    return path;
  }

  public Set<String> binds() {
    return new LinkedHashSet<>(binds);
  }

  /** The values in statement order; {@link Instant}s become {@code timestamptz}. */
  public Tuple bind(Map<String, ?> values) {
    if (!values.keySet().equals(Set.copyOf(binds))) {
      throw new IllegalArgumentException(
          path + " binds " + Set.copyOf(binds) + ", given " + values.keySet());
    }
    return Tuple.tuple(
        binds.stream()
            .map(name -> encode(values.get(name)))
            .collect(Collectors.toCollection(ArrayList::new)));
  }

  /** Runs it as a prepared statement. Errors: those of the client, and of {@link #bind}. */
  public Uni<RowSet<Row>> on(SqlClient client, Map<String, ?> values) {
    return client.preparedQuery(statement).execute(bind(values));
  }

  /** As {@link #bind}, taking from a larger set only what the statement names. */
  public Tuple bindFrom(Map<String, ?> values) {
    return bind(
        binds.stream()
            .distinct()
            .filter(values::containsKey)
            .collect(HashMap::new, (m, name) -> m.put(name, values.get(name)), Map::putAll));
  }

  private static Object encode(Object value) {
    if (value instanceof Instant instant) {
      return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
    if (value instanceof Instant[] instants) {
      return Arrays.stream(instants).map(Sql::encode).toArray(OffsetDateTime[]::new);
    }
    return value;
  }

  private static String load(String path, Set<String> including) {
    if (!including.add(path)) {
      throw new IllegalArgumentException(path + " includes itself: " + including);
    }
    String resolved =
        read(path)
            .lines()
            .map(
                line ->
                    line.strip().startsWith(INCLUDE)
                        ? load(line.strip().substring(INCLUDE.length()).strip(), including)
                        : line)
            .collect(Collectors.joining("\n"));
    including.remove(path);
    return resolved;
  }

  private static String read(String path) {
    try (InputStream in = Sql.class.getResourceAsStream("/sql/" + path)) {
      if (in == null) {
        throw new IllegalArgumentException("no such file: sql/" + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return path;
  }
}
