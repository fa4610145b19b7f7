package app.marquee.parks.collect;

import java.util.Locale;

/** Why a park's answer did not come in. */
enum FailureReason {
  /** No whole answer in time, at any attempt. */
  TIME_OUT,
  /** Refused, reset or not found, at every attempt. */
  CONNECTION,
  /** An answer of another status than 200. */
  HTTP_STATUS,
  /** A larger answer than is taken. */
  TOO_LARGE,
  /** Not JSON, or nothing at all. */
  UNREADABLE,
  /** JSON, but a field of it is not what it must be. */
  REFUSED,
  /** Our own database failed. */
  DATABASE,
  /** A defect of ours. */
  UNEXPECTED;

  /** The word in metrics and tables. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
