package app.marquee.http;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/** Query parameters of addresses that are not views: the same checks, answered as a problem. */
public final class FlagQuery {
  private FlagQuery() {}

  /**
   * The one flag an address takes. Errors: a problem 400 for another value or another parameter.
   */
  public static boolean read(RoutingContext request, String name, boolean byDefault) {
    ViewQuery.Reader reader = reader(request);
    boolean flag =
        Boolean.parseBoolean(
            reader.oneOf(name, List.of("true", "false"), String.valueOf(byDefault)));
    check(reader);
    return flag;
  }

  /**
   * The one number an address takes. Errors: a problem 400 out of range, or for another parameter.
   */
  public static int read(
      RoutingContext request, String name, int least, int greatest, int byDefault) {
    ViewQuery.Reader reader = reader(request);
    int number = reader.integer(name, least, greatest, byDefault);
    check(reader);
    return number;
  }

  /**
   * The values of the one parameter an address takes, however often it is given. Errors: a problem
   * 400 for another parameter.
   */
  public static List<String> readAll(RoutingContext request, String name) {
    ViewQuery.Reader reader = reader(request);
    List<String> values = reader.all(name);
    check(reader);
    return values;
  }

  /** For an address that takes none. Errors: a problem 400 for any parameter. */
  public static void none(RoutingContext request) {
    check(reader(request));
  }

  private static ViewQuery.Reader reader(RoutingContext request) {
    MultiMap query = request.queryParams();
    return new ViewQuery.Reader(query);
  }

  private static void check(ViewQuery.Reader reader) {
    List<Map<String, Object>> errors = reader.finish();
    if (!errors.isEmpty()) {
      throw Problem.of(ProblemCode.PARAMETER_INVALID, "see errors for each of them", errors)
          .asException();
    }
  }
}
