package app.marquee.views;

import java.time.Instant;

/**
 * What is wrong with a key, or that it is paused; outlives the run that found it. The pause, and
 * the reason with its time, may be null.
 */
record KeyState(Key key, Pause pause, Reason reason, Instant reasonSince) {

  static KeyState sound(Key key) {
    return new KeyState(key, null, null, null);
  }

  boolean paused() {
    return pause != null;
  }
}
