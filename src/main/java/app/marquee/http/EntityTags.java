package app.marquee.http;

/** Strong entity tags and {@code If-None-Match} (RFC 9110 §13.1.2). */
public final class EntityTags {
  private EntityTags() {}

  /** Whether the header names the tag, by weak comparison; lists and {@code *} count. */
  public static boolean matches(String ifNoneMatch, String etag) {
    if (ifNoneMatch == null) {
      return false;
    }
    for (String member : ifNoneMatch.split(",")) {
      String tag = member.strip();
      if (tag.equals("*") || (tag.startsWith("W/") ? tag.substring(2) : tag).equals(etag)) {
        return true;
      }
    }
    return false;
  }
}
