package app.marquee.cli;

/** With what a command ends, for scripts and for cron. */
public final class ExitStatus {
  public static final int OK = 0;

  /** It went through, and something in it is not as it should be. */
  public static final int PARTIAL = 1;

  public static final int FAILED = 2;

  /** The words make no sense (EX_USAGE of sysexits.h). */
  public static final int USAGE = 64;

  private ExitStatus() {}
}
