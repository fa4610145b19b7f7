package app.marquee.parks;

import static app.marquee.parks.ParksFixture.feed;

import app.marquee.testkit.TestDatabase;

/**
 * A small nasty world: noon after a night of 25 hours in Los Angeles, early morning in Tokyo, whose
 * day has just turned; a tie, a park without rides, a late hour, an outage across midnight, a
 * Disney park fed by a flag-only feed.
 */
final class NastyWorld {
  static final String NOW = "2026-11-01T20:05:00Z";

  private NastyWorld() {}

  /** The world told to an empty database. */
  static ParksFixture tell(TestDatabase database) {
    ParksFixture parks = new ParksFixture(database);
    losAngelesByFlagsOnly(parks);
    orlandoWithTies(parks);
    tokyoThroughTheNight(parks);
    parks.park(4, "Europe/Paris", "DOWN_AND_CLOSED");
    return parks;
  }

  private static void losAngelesByFlagsOnly(ParksFixture parks) {
    parks.park(1, "America/Los_Angeles", "DOWN_ONLY", true, 16L);
    parks.ride(11, 1, 1);
    parks.ride(12, 1, 3);
    parks.schedule(1, "2026-10-31", "OPERATING", "2026-10-31T16:00:00Z", "2026-11-01T10:00:00Z");
    parks.schedule(1, "2026-11-01", "OPERATING", "2026-11-01T16:00:00Z", "2026-11-02T06:00:00Z");
    // 23:00 local, an hour before the clocks go back at 02:00: down from 23:30 to 00:50.
    parks.ingest(feed(11, "2026-11-01T06:00:00Z", "wwwfff" + "fffffw" + "wwwwww" + "wwwwww"));
    parks.ingest(feed(12, "2026-11-01T06:00:00Z", "oooooo" + "oooooo"));
    parks.ingest(feed(11, "2026-11-01T16:00:00Z", "ffwwww" + "wwffww" + "wwwwww" + "wwwwff"));
    parks.ingest(feed(12, "2026-11-01T16:00:00Z", "oooooo" + "oooooo" + "oooooo" + "ooooooo"));
  }

  private static void orlandoWithTies(ParksFixture parks) {
    parks.park(2, "America/New_York", "DOWN_AND_CLOSED");
    parks.ride(21, 2, 2);
    parks.ride(22, 2, null);
    parks.ride(23, 2, 1, "SHOW", true);
    parks.ride(24, 2, 2);
    // No schedule today: open while all of its three attractions operate. Two lose 20 minutes each
    // yesterday.
    parks.ingest(feed(24, "2026-11-01T15:00:00Z", "oooooo" + "oooooo" + "oooooo"));
    parks.ingest(feed(21, "2026-11-01T15:00:00Z", "owwwww" + "oooooo" + "oooooo"));
    parks.ingest(feed(22, "2026-11-01T15:00:00Z", "oooooo" + "oooooo" + "oooooo"));
    parks.schedule(2, "2026-10-31", "OPERATING", "2026-10-31T14:00:00Z", "2026-10-31T22:00:00Z");
    parks.ingest(feed(21, "2026-10-31T15:00:00Z", "ooddoo" + "oooooo"));
    parks.ingest(feed(22, "2026-10-31T15:00:00Z", "oocc" + "oooooooo"));
    // A late hour: what was recorded before all of the above arrives last.
    parks.ingest(feed(21, "2026-10-31T14:00:00Z", "oooooo"));
  }

  private static void tokyoThroughTheNight(ParksFixture parks) {
    parks.park(3, "Asia/Tokyo", "DOWN_ONLY", true, null);
    parks.ride(31, 3, 1);
    parks.ride(32, 3, 2);
    parks.schedule(3, "2026-11-01", "OPERATING", "2026-11-01T00:00:00Z", "2026-11-01T18:00:00Z");
    parks.schedule(3, "2026-11-02", "OPERATING", "2026-11-01T19:00:00Z", "2026-11-02T12:00:00Z");
    parks.ingest(feed(31, "2026-11-01T13:00:00Z", "oooooo" + "oodddd" + "dddddd" + "odrrco"));
    parks.ingest(feed(32, "2026-11-01T13:00:00Z", "wwwwww" + "wwwwww" + "cccccc" + "cccccc"));
    parks.ingest(feed(31, "2026-11-01T19:00:00Z", "oooooo" + "d"));
    parks.ingest(feed(32, "2026-11-01T19:00:00Z", "cooooo" + "r"));
  }
}
