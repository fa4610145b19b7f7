package app.marquee.db;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Who runs PostgreSQL, which refuses to run as root: an ordinary user directly; root in a user
 * namespace of its own, where it has no name, else as nobody.
 *
 * @param prefix what stands before every command
 * @param uid whom the data must belong to, -1 when nobody else can come into question
 */
record PostgresAccount(List<String> prefix, int uid) {
  private static final int ROOT = 0;
  private static final int NOBODY = 65534;
  private static final PostgresAccount MYSELF = new PostgresAccount(List.of(), -1);
  private static final PostgresAccount NAMESPACED =
      new PostgresAccount(List.of("unshare", "-U"), ROOT);
  private static final PostgresAccount AS_NOBODY =
      new PostgresAccount(
          List.of(
              "setpriv",
              "--reuid=" + NOBODY,
              "--regid=" + NOBODY,
              "--clear-groups",
              "--no-new-privs"),
          NOBODY);

  static PostgresAccount detect() throws IOException {
    if (windows() || new UnixSystem().getUid() != ROOT) {
      return MYSELF;
    }
    for (PostgresAccount account : List.of(NAMESPACED, AS_NOBODY)) {
      if (account.works()) {
        return account;
      }
    }
    throw new StartRefused(
        "PostgreSQL refuses to run as root, and neither 'unshare -U' nor 'setpriv' works here;"
            + " run Marquee as an ordinary user or set MARQUEE_DATABASE_URL");
  }

  /** A folder for unpacked programs that this account can read. */
  Path cache() {
    if (uid == NOBODY) {
      return Path.of("/var/cache/marquee");
    }
    String home = System.getProperty("user.home");
    if (windows()) {
      return Path.of(environment("LOCALAPPDATA", home), "marquee", "cache");
    }
    return Path.of(environment("XDG_CACHE_HOME", home + "/.cache"), "marquee");
  }

  void own(Path path) throws IOException {
    if (uid >= 0 && Files.exists(path)) {
      Folders.give(path, uid);
    }
  }

  static boolean windows() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
  }

  private boolean works() {
    try {
      return Command.of(prefix, List.of("true")).status() == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  private static String environment(String name, String otherwise) {
    String value = System.getenv(name);
    return value == null || value.isBlank() ? otherwise : value;
  }
}
