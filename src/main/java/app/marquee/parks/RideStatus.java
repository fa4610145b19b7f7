package app.marquee.parks;

import java.util.Optional;

/** The four words a feed may state of a ride. */
public enum RideStatus {
  OPERATING,
  DOWN,
  CLOSED,
  REFURBISHMENT;

  static Optional<RideStatus> find(String text) {
    for (RideStatus status : values()) {
      if (status.name().equals(text)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}
