package app.marquee.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;

/** Query parameters of addresses that are not views: the same checks, answered as a problem. */
public final class FlagQuery {
  private FlagQuery() {}

  /**
   * The one flag an address takes. Errors: a problem 400 for another value or another parameter.
   */
  public static boolean read(ContainerRequestContext request, String name, boolean byDefault) {
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
      ContainerRequestContext request, String name, int least, int greatest, int byDefault) {
    ViewQuery.Reader reader = reader(request);
    int number = reader.integer(name, least, greatest, byDefault);
    check(reader);
    return number;
  }

  private static ViewQuery.Reader reader(ContainerRequestContext request) {
    MultivaluedMap<String, String> query = request.getUriInfo().getQueryParameters();
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
