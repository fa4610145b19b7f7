package app.marquee.ops;

import static app.marquee.cli.Finding.fail;
import static app.marquee.cli.Finding.ok;
import static app.marquee.cli.Finding.warn;

import app.marquee.cli.Examination;
import app.marquee.cli.Finding;
import app.marquee.db.DatabaseConfig;
import app.marquee.db.LaunchSetting;
import app.marquee.security.ApiTokens;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The disk of an embedded database; the secrets a service needs beside an external one. */
@ApplicationScoped
class HostExamination implements Examination {
  private static final long MEGABYTE = 1 << 20;
  private static final long TIGHT = 2_048;
  private static final long FULL = 256;

  private final ApiTokens tokens;
  private final DatabaseConfig database;
  private final boolean adminGiven;

  HostExamination(
      ApiTokens tokens,
      DatabaseConfig database,
      @ConfigProperty(name = "marquee.admin-token") Optional<String> adminToken) {
    this.tokens = tokens;
    this.database = database;
    this.adminGiven = adminToken.isPresent();
  }

  @Override
  public String name() {
    return "host";
  }

  @Override
  public Uni<List<Finding>> examine() {
    if (database.embedded()) {
      return Uni.createFrom()
          .item(() -> List.of(disk(Path.of(LaunchSetting.DATA.value().orElse("data")))))
          .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
    return tokens.anyAdmin().map(admin -> List.of(sessions(), admin(admin || adminGiven)));
  }

  static Finding disk(Path folder) {
    try {
      Path there = Files.exists(folder) ? folder : Path.of("");
      long free = Files.getFileStore(there.toAbsolutePath()).getUsableSpace() / MEGABYTE;
      String text = free + " MB free for the data folder " + folder;
      if (free < FULL) {
        return fail("disk", text + ": the database stops when it is full");
      }
      return free < TIGHT ? warn("disk", text + ": make room, or marquee prune") : ok("disk", text);
    } catch (IOException e) {
      return warn("disk", "free space is unknown: " + e.getMessage());
    }
  }

  private static Finding sessions() {
    return LaunchSetting.SESSION_KEY.value().isPresent()
        ? ok("sessions", "their key is given")
        : warn(
            "sessions",
            "log-ins end with each process and nodes do not share them: set "
                + LaunchSetting.SESSION_KEY.environmentName());
  }

  private static Finding admin(boolean admin) {
    return admin
        ? ok("admin", "there is one")
        : fail("admin", "nobody can administer the service: set MARQUEE_ADMIN_TOKEN once");
  }
}
