package app.marquee.http;

import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Query parameters of addresses that are not views: the same checks, answered as a problem. */
public final class FlagQuery {
  private FlagQuery() {}

  /**
   * The one flag an address takes. Errors: a problem 400 for another value or another parameter.
   */
  public static boolean read(RoutingContext request, String name, boolean byDefault) {
    QueryReader reader = QueryReader.of(request);
    boolean flag =
        Boolean.parseBoolean(
            reader.oneOf(name, List.of("true", "false"), String.valueOf(byDefault)));
    reader.check();
    return flag;
  }

  /**
   * The one number an address takes. Errors: a problem 400 out of range, or for another parameter.
   */
  public static int read(
      RoutingContext request, String name, int least, int greatest, int byDefault) {
    QueryReader reader = QueryReader.of(request);
    int number = reader.integer(name, least, greatest, byDefault);
    reader.check();
    return number;
  }

  /**
   * The values of the one parameter an address takes, however often it is given. Errors: a problem
   * 400 for another parameter.
   */
  public static List<String> readAll(RoutingContext request, String name) {
    QueryReader reader = QueryReader.of(request);
    List<String> values = reader.all(name);
    reader.check();
    return values;
  }

  /** For an address that takes none. Errors: a problem 400 for any parameter. */
  public static void none(RoutingContext request) {
    QueryReader.of(request).check();
  }
}
