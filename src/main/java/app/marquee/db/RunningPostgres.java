package app.marquee.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The server that another process keeps in a data folder, for commands beside a service. */
public final class RunningPostgres {
  // postmaster.pid holds one fact per line; the fourth is the port, the eighth its state.
  private static final int PORT_LINE = 3;
  private static final int STATE_LINE = 7;
  private static final String READY = "ready";

  private RunningPostgres() {}

  /**
   * Its address; empty when no process has the folder. Errors: {@link StartRefused} when one has it
   * whose server does not take connections.
   */
  public static Optional<DatabaseUrl> in(Path dataFolder) {
    Path path = dataFolder.toAbsolutePath().normalize();
    if (!Files.isDirectory(path)) {
      return Optional.empty();
    }
    try {
      Optional<String> holder = DataFolder.holder(path);
      return holder.isPresent() ? Optional.of(address(path, holder.get())) : Optional.empty();
    } catch (IOException e) {
      throw new StartRefused("the database in " + path + ": " + e.getMessage(), e);
    }
  }

  private static DatabaseUrl address(Path path, String holder) throws IOException {
    Path pidFile = path.resolve(DataFolder.CLUSTER).resolve("postmaster.pid");
    List<String> facts = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
    if (facts.size() <= STATE_LINE || !facts.get(STATE_LINE).strip().equals(READY)) {
      throw new StartRefused(
          "process %s has the data folder %s, and its database is not ready; try again in a moment"
              .formatted(holder, path));
    }
    int port = Integer.parseInt(facts.get(PORT_LINE).strip());
    String password = Files.readString(path.resolve(DataFolder.PASSWORD)).strip();
    return EmbeddedPostgres.address(port, password);
  }
}
