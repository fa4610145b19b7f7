package app.marquee.parks;

import java.time.Instant;

/**
 * What a ride said at one instant, normalised.
 *
 * @param status null when the feed stated something unknown; then {@code open} tells
 * @param statusStated false when the feed only said open or not
 * @param open whether the ride operates
 * @param waitMinutes null when not given
 * @param intervalMinutes how long it stands for; divides 60
 */
public record Snapshot(
    long rideId,
    Instant recordedAt,
    RideStatus status,
    boolean statusStated,
    boolean open,
    Integer waitMinutes,
    int intervalMinutes) {

  public Snapshot {
    if (intervalMinutes <= 0 || 60 % intervalMinutes != 0) {
      throw new IllegalArgumentException("interval must divide 60: " + intervalMinutes);
    }
    if (waitMinutes != null && waitMinutes < 0) {
      throw new IllegalArgumentException("negative wait: " + waitMinutes);
    }
    if (status != null && open != (status == RideStatus.OPERATING)) {
      throw new IllegalArgumentException(status + " and open " + open);
    }
  }

  /**
   * As a feed said it: a stated status wins over the wait; without one a wait or an open flag means
   * operating; a negative wait is no wait. One that says nothing at all counts as a status nobody
   * knows, so that no outage is made of silence.
   */
  public static Snapshot observed(
      long rideId,
      Instant recordedAt,
      String statusText,
      Boolean openFlag,
      Integer wait,
      int intervalMinutes) {
    Integer known = wait == null || wait < 0 ? null : wait;
    boolean waiting = known != null && known > 0;
    if (statusText == null && openFlag == null && known == null) {
      return new Snapshot(rideId, recordedAt, null, true, false, null, intervalMinutes);
    }
    if (statusText == null) {
      boolean open = waiting || Boolean.TRUE.equals(openFlag);
      RideStatus status = open ? RideStatus.OPERATING : RideStatus.CLOSED;
      return new Snapshot(rideId, recordedAt, status, false, open, known, intervalMinutes);
    }
    RideStatus status = RideStatus.find(statusText).orElse(null);
    boolean open =
        status != null ? status == RideStatus.OPERATING : openFlag == null ? waiting : openFlag;
    return new Snapshot(rideId, recordedAt, status, true, open, known, intervalMinutes);
  }
}
