package app.marquee.http;

import java.util.Locale;

/**
 * Every problem an answer can tell of: its {@code type} (a section of {@code docs/errors.md}),
 * title and status.
 */
public enum ProblemCode {
  PARAMETER_INVALID(400, "A parameter is unknown or has a value that is not allowed"),
  BODY_UNREADABLE(400, "The body is not what its media type promises"),
  UNAUTHENTICATED(401, "A valid token is needed"),
  FORBIDDEN(403, "The token does not allow this"),
  NOT_FOUND(404, "There is nothing at this address"),
  VIEW_UNKNOWN(404, "There is no such view or key"),
  VIEW_MISSING(404, "The view has not been built yet"),
  RUN_UNKNOWN(404, "There is no such refresh run"),
  PROFILE_UNKNOWN(404, "There is no such weight profile"),
  METHOD_NOT_ALLOWED(405, "This address does not take the method"),
  NOT_ACCEPTABLE(406, "The answer cannot be had in the media types asked for"),
  PROFILE_EXISTS(409, "Another weight profile has this name or slug"),
  PROFILE_PROTECTED(409, "A shipped or default weight profile cannot be changed in this way"),
  BODY_TOO_LARGE(413, "The body is larger than is taken here"),
  MEDIA_TYPE_UNSUPPORTED(415, "The media type of the body is not taken here"),
  SNAPSHOTS_INVALID(422, "Some snapshots cannot be taken, so none was"),
  WEIGHTS_NOT_ONE(422, "The weights do not add up to 1"),
  TOO_MANY_REQUESTS(429, "Too many requests at once"),
  INTERNAL_ERROR(500, "Something went wrong here"),
  VIEW_UNAVAILABLE(503, "The view cannot be computed now and no build may be served"),
  DATABASE_UNAVAILABLE(503, "The database cannot be reached");

  private final int status;
  private final String title;

  ProblemCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** The name in {@code type} and in the documentation, such as {@code view-missing}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
