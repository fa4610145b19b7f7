package app.marquee.db;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * A folder that holds one embedded database, its password and its logs, and that one process uses
 * at a time. The operating system drops the lock when its holder dies, however it dies.
 */
final class DataFolder implements AutoCloseable {
  static final String CLUSTER = "postgres";
  static final String PASSWORD = "postgres.password";

  private static final String LOCK = "lock";
  private static final String SESSION_KEY = "session.key";
  private static final int SECRET_BYTES = 32;

  private final Path path;
  private final RandomAccessFile lockFile;

  private DataFolder(Path path, RandomAccessFile lockFile) {
    this.path = path;
    this.lockFile = lockFile;
  }

  /** Errors: {@link StartRefused} when another process has it, or this one already. */
  static DataFolder lock(Path path) throws IOException {
    Files.createDirectories(path);
    RandomAccessFile file = new RandomAccessFile(path.resolve(LOCK).toFile(), "rw");
    if (!taken(file)) {
      String holder = file.readLine();
      file.close();
      throw new StartRefused(
          "the data folder %s is in use by process %s; stop it, or name another in MARQUEE_DATA"
              .formatted(path, holder));
    }
    file.setLength(0);
    file.write((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII));
    return new DataFolder(path, file);
  }

  /** The number of the process that has it; empty when none does. */
  static Optional<String> holder(Path path) throws IOException {
    Path lock = path.resolve(LOCK);
    if (!Files.exists(lock)) {
      return Optional.empty();
    }
    try (RandomAccessFile file = new RandomAccessFile(lock.toFile(), "rw")) {
      return taken(file) ? Optional.empty() : Optional.ofNullable(file.readLine());
    }
  }

  Path cluster() {
    return path.resolve(CLUSTER);
  }

  /** Where a cluster is made, so that one half made is never taken for one. */
  Path newCluster() {
    return path.resolve("postgres.new");
  }

  Path passwordFile() {
    return path.resolve(PASSWORD);
  }

  Path log(String program) {
    return path.resolve(program + ".log");
  }

  Path path() {
    return path;
  }

  String password() throws IOException {
    return Files.readString(passwordFile()).strip();
  }

  void writePassword() throws IOException {
    writeSecret(passwordFile());
  }

  /** By what sessions are encrypted; made at the first call, the same ever after. */
  String sessionKey() throws IOException {
    Path file = path.resolve(SESSION_KEY);
    if (!Files.exists(file) || Files.readString(file).isBlank()) {
      writeSecret(file);
    }
    return Files.readString(file).strip();
  }

  private static void writeSecret(Path file) throws IOException {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    Files.deleteIfExists(file);
    Files.createFile(file);
    if (!PostgresAccount.windows()) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }

  // The lock lies beyond the holder's number, so that others can read that where locks are
  // mandatory.
  private static boolean taken(RandomAccessFile file) throws IOException {
    try {
      FileLock lock = file.getChannel().tryLock(1 << 20, 1, false);
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }
}
