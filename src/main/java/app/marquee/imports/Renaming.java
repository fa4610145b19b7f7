package app.marquee.imports;

import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The parameter {@code map=theirs=ours,…}.
 *
 * @param ours our column for theirs
 * @param errors {@code parameter}, {@code message}, {@code allowed} for each mistake
 */
public record Renaming(Map<String, String> ours, List<Map<String, Object>> errors) {
  private static final String MAP = "map";

  /** Reads it, and refuses parameters that are neither it nor one of {@code others}. */
  public static Renaming parse(Set<String> columns, Set<String> others, MultiMap parameters) {
    List<Map<String, Object>> errors = new ArrayList<>();
    for (String name : parameters.names()) {
      if (!name.equals(MAP) && !others.contains(name)) {
        List<String> allowed = Stream.concat(Stream.of(MAP), others.stream().sorted()).toList();
        errors.add(error(name, "is not a parameter here", allowed));
      }
    }
    Map<String, String> ours = new HashMap<>();
    for (String given : parameters.getAll(MAP)) {
      for (String pair : given.split(",")) {
        rename(columns, pair, ours, errors);
      }
    }
    return new Renaming(ours, errors);
  }

  private static void rename(
      Set<String> columns,
      String pair,
      Map<String, String> ours,
      List<Map<String, Object>> errors) {
    int equals = pair.lastIndexOf('=');
    String column = pair.substring(equals + 1).strip();
    if (equals < 1 || !columns.contains(column)) {
      String message = "is not theirs=ours with a column of ours";
      errors.add(error(MAP, message, columns.stream().sorted().toList()));
    } else {
      ours.put(pair.substring(0, equals).strip(), column);
    }
  }

  /** As {@link #errors} tells it. */
  public static Map<String, Object> error(String parameter, String message, List<String> allowed) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("parameter", parameter);
    error.put("message", message);
    error.put("allowed", allowed);
    return error;
  }
}
