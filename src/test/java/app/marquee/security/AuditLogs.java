package app.marquee.security;

import java.time.Clock;

/** The audit log for tests of other packages, without a CDI container. */
public final class AuditLogs {
  private AuditLogs() {}

  public static AuditLog of(Clock clock) {
    return new AuditLog(clock);
  }
}
