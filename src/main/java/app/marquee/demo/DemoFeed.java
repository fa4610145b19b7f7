package app.marquee.demo;

/** What the demo parks' feeds say: a pure function of park, ride and slot. */
final class DemoFeed {
  private DemoFeed() {}

  static DemoSnapshot at(DemoPark park, DemoRide ride, Slot slot) {
    return new DemoRideDay(park, ride, park.hours(park.dayOf(slot))).at(slot);
  }
}
