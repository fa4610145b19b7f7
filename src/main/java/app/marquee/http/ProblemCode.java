package app.marquee.http;

import java.util.Locale;

/**
 * Every problem an answer can tell of: its {@code type} (a section of {@code docs/errors.md}),
 * title and status.
 */
public enum ProblemCode {
  PARAMETER_INVALID(400, "A parameter is unknown or has a value that is not allowed"),
  BODY_UNREADABLE(400, "The body is not what its media type promises"),
  UNAUTHENTICATED(401, "A session or a valid token is needed"),
  LOGIN_FAILED(401, "The name or the password is wrong"),
  FORBIDDEN(403, "The caller may not do this"),
  CROSS_SITE(403, "The request was sent by a page of another site"),
  NOT_FOUND(404, "There is nothing at this address"),
  VIEW_UNKNOWN(404, "There is no such view or key"),
  VIEW_MISSING(404, "The view has not been built yet"),
  RUN_UNKNOWN(404, "There is no such refresh run"),
  PROFILE_UNKNOWN(404, "There is no such weight profile"),
  MEMBER_UNKNOWN(404, "There is no such member"),
  PROPOSAL_UNKNOWN(404, "There is no such proposal"),
  ROUND_UNKNOWN(404, "There is no such round"),
  METHOD_NOT_ALLOWED(405, "This address does not take the method"),
  NOT_ACCEPTABLE(406, "The answer cannot be had in the media types asked for"),
  RUN_ENDED(409, "The refresh run has ended"),
  PROFILE_EXISTS(409, "Another weight profile has this name or slug"),
  PROFILE_PROTECTED(409, "A shipped or default weight profile cannot be changed in this way"),
  MEMBER_EXISTS(409, "Another member has this name"),
  TOKEN_EXISTS(409, "Another token has this name"),
  PROPOSAL_EXISTS(409, "The film is already proposed"),
  ALREADY_WATCHED(409, "The film was watched before"),
  PROPOSAL_CLOSED(409, "The proposal is not open any more"),
  NOT_WATCHED(409, "Only a watched film can be rated"),
  VOTING_CLOSED(409, "The round takes no more votes"),
  ROUND_EXISTS(409, "There is a round that is not closed yet"),
  ROUND_CLOSED(409, "The round is closed"),
  REFRESHING_PAUSED(409, "Refreshing is paused"),
  BODY_TOO_LARGE(413, "The body is larger than is taken here"),
  MEDIA_TYPE_UNSUPPORTED(415, "The media type of the body is not taken here"),
  SNAPSHOTS_INVALID(422, "Some snapshots cannot be taken, so none was"),
  WEIGHTS_NOT_ONE(422, "The weights do not add up to 1"),
  LIMIT_REACHED(422, "The member has as many open proposals as allowed"),
  VOTES_SPENT(422, "The member has given as many votes as the round allows"),
  TOO_MANY_REQUESTS(429, "Too many requests"),
  INTERNAL_ERROR(500, "Something went wrong here"),
  VIEW_UNAVAILABLE(503, "The view cannot be computed now and no build may be served"),
  METADATA_UNAVAILABLE(503, "No provider of film metadata answers now"),
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
