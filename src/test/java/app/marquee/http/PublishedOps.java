package app.marquee.http;

import app.marquee.http.PublishedApi.Operation;

/** What ops steer, in the demo world: one key, and another one that is cleared. */
final class PublishedOps {
  private static final String KEYS = "/api/admin/views";

  /** Nobody else rests on its build, and the next read computes it. */
  private static final String CLEARED = "ride_waittimes_last_month_disney-universal";

  private PublishedOps() {}

  /** The address of an operation on keys; null if it is on something else. */
  static String address(Operation operation) {
    boolean clears = operation.method().equals("delete");
    return switch (operation.path()) {
      case KEYS -> KEYS + "?scope=key&name=" + CLEARED;
      case KEYS + "/{key}" -> KEYS + "/" + (clears ? CLEARED : PublishedCalls.KEY);
      default -> null;
    };
  }

  /** The query that asks an operation for somebody, up to their name. */
  static String question(Operation operation) {
    return switch (operation.path()) {
      case KEYS -> "?scope=view&name=";
      case "/api/admin/verify" -> "?key=";
      default -> "?park_id=";
    };
  }
}
