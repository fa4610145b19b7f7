package app.marquee.web;

import static org.awaitility.Awaitility.await;

import app.marquee.testkit.PackagedService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The packaged service with the demonstration's parks, films and film night, on an afternoon in
 * August, when parks of two continents are open.
 */
final class DemoService implements AutoCloseable {
  /** An administrator's token of every service started here. */
  static final String ADMIN = "admin-token-of-the-browser-tests";

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path folder = folder();
  private final PackagedService service;

  DemoService() {
    this(Map.of("MARQUEE_CLOCK", "2026-08-22T19:00:00Z"));
  }

  /** One of its own, with these settings, in a folder of its own; ready to be read. */
  DemoService(Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>(settings);
    environment.putIfAbsent("MARQUEE_ADMIN_TOKEN", ADMIN);
    service = PackagedService.start(folder, environment);
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> service.get("/q/health/ready", null).statusCode() == 200);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory(Path.of("target"), "pages-").toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String address() {
    return service.address();
  }

  PackagedService process() {
    return service;
  }

  /** Its embedded database, to be held up or broken. */
  Connection database() throws IOException, SQLException {
    String port = Files.readAllLines(folder.resolve("postgres/postmaster.pid")).get(3);
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/marquee",
        "marquee",
        Files.readString(folder.resolve("postgres.password")));
  }

  @Override
  public void close() {
    service.close();
  }
}
