package app.marquee.views;

import java.time.Instant;

/**
 * What is wrong with a key, or that it is paused; outlives the run that found it. Reason and its
 * time may be null.
 */
record KeyState(Key key, boolean paused, Reason reason, Instant reasonSince) {

  static KeyState sound(Key key) {
    return new KeyState(key, false, null, null);
  }
}
