package app.marquee.views;

/**
 * How far a run goes.
 *
 * @param ifStale leaves keys alone that are fresh and hold the newest facts
 * @param force rebuilds keys even if nothing they are made of has changed
 * @param accept publishes what the gate refuses
 */
public record RunOptions(boolean ifStale, boolean force, boolean accept) {
  public static final RunOptions PLAIN = new RunOptions(false, false, false);
  public static final RunOptions IF_STALE = new RunOptions(true, false, false);
}
