package app.marquee.http;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Takes query parameters one by one and remembers what was wrong with them. */
public final class QueryReader {
  private final MultiMap query;
  private final List<String> known = new ArrayList<>();
  private final List<Map<String, Object>> errors = new ArrayList<>();

  QueryReader(MultiMap query) {
    this.query = query;
  }

  public static QueryReader of(RoutingContext request) {
    return new QueryReader(request.queryParams());
  }

  /** {@code byDefault} null: it must be given. */
  public String oneOf(String name, List<String> allowed, String byDefault) {
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

  public int integer(String name, int least, int greatest, int byDefault) {
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

  /** What to search for: stripped, null if it is not given or blank. */
  public String text(String name, int longest) {
    String value = take(name);
    if (value != null && value.length() > longest) {
      wrong(name, "is longer than " + longest + " characters", null);
      return null;
    }
    return value == null || value.isBlank() ? null : value.strip();
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

  /** One error per bad parameter, {@code {parameter, message, allowed?}}, unknown ones included. */
  List<Map<String, Object>> finish() {
    new TreeSet<>(query.names())
        .stream()
            .filter(name -> !known.contains(name))
            .forEach(name -> wrong(name, "is not a parameter here", known));
    return errors;
  }

  /** Errors: a problem 400 that names every parameter that is not as it should be. */
  public void check() {
    List<Map<String, Object>> found = finish();
    if (!found.isEmpty()) {
      throw Problem.of(ProblemCode.PARAMETER_INVALID, "see errors for each of them", found)
          .asException();
    }
  }
}
