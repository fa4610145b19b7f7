package app.marquee.db;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The PostgreSQL programs of this machine's kind, unpacked once per user and version into a cache
 * folder named after the archive's content.
 */
final class PostgresBinaries {
  private static final int EXECUTABLE = 0100;
  private static final Set<PosixFilePermission> READ =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.OTHERS_READ);
  private static final Set<PosixFilePermission> EXECUTE =
      EnumSet.of(
          PosixFilePermission.OWNER_EXECUTE,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_EXECUTE);

  private PostgresBinaries() {}

  /** The folder that holds {@code bin}, {@code lib} and {@code share}; unpacked there if absent. */
  static Path in(Path cache) throws IOException {
    byte[] archive = archive(System.getProperty("os.name"), System.getProperty("os.arch"));
    Path home = cache.resolve("postgres-" + Sha256.hex(archive).substring(0, 16));
    if (!Files.isDirectory(home)) {
      Files.createDirectories(cache);
      publish(unpack(archive, Files.createTempDirectory(cache, "unpacking-")), home);
    }
    return home;
  }

  /** The archive's name on the class path for {@code os.name} and {@code os.arch}. */
  static String archiveName(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT);
    String system =
        os.startsWith("linux")
            ? "linux"
            : os.startsWith("mac") ? "darwin" : os.startsWith("windows") ? "windows" : os;
    String arch =
        switch (osArch) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> osArch;
        };
    return "postgres-" + system + "-" + arch + ".txz";
  }

  private static byte[] archive(String osName, String osArch) throws IOException {
    String name = archiveName(osName, osArch);
    try (InputStream in = PostgresBinaries.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new StartRefused(
            "no embedded PostgreSQL for %s on %s; set MARQUEE_DATABASE_URL to a PostgreSQL of yours"
                .formatted(osName, osArch));
      }
      return in.readAllBytes();
    }
  }

  private static Path unpack(byte[] archive, Path folder) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new BufferedInputStream(
                new XZCompressorInputStream(new ByteArrayInputStream(archive))))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("archive entry outside its folder: " + entry.getName());
        }
        write(tar, entry, target);
      }
    }
    makeReadable(folder, true);
    return folder;
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      makeReadable(target, true);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, target);
      makeReadable(target, (entry.getMode() & EXECUTABLE) != 0);
    }
  }

  // For everyone, whatever the umask: under root the server runs as somebody else.
  private static void makeReadable(Path path, boolean executable) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Set<PosixFilePermission> permissions = EnumSet.copyOf(READ);
      if (executable) {
        permissions.addAll(EXECUTE);
      }
      Files.setPosixFilePermissions(path, permissions);
    }
  }

  // Another process may have been quicker; its copy has the same content, so it is as good as ours.
  private static void publish(Path unpacked, Path home) throws IOException {
    try {
      Files.move(unpacked, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      Folders.delete(unpacked);
      if (!Files.isDirectory(home)) {
        throw e;
      }
    }
  }
}
