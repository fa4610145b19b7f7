package app.marquee.demo;

/** A stretch in which a ride is broken, in slots after opening, half open. */
record Outage(int from, int to) {

  boolean covers(int slot) {
    return from <= slot && slot < to;
  }
}
