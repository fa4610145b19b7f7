package app.marquee.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A real nginx or Varnish with the file of {@code deploy/}: only ports and folders are others. */
final class RunningProxy implements AutoCloseable {
  /** Where Debian has them. */
  enum Kind {
    NGINX("/usr/sbin/nginx"),
    VARNISH("/usr/sbin/varnishd");

    final Path program;

    Kind(String program) {
      this.program = Path.of(program);
    }

    boolean installed() {
      return Files.isExecutable(program);
    }
  }

  private static final String ORIGIN_PORT = "8080";

  private final Process process;
  private final int port;

  private RunningProxy(List<String> command, Path folder, int port) throws IOException {
    this.port = port;
    this.process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.log").toFile())
            .start();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> !process.isAlive() || listens());
    assertThat(process.isAlive())
        .as(() -> command + ": " + text(folder.resolve("output.log")))
        .isTrue();
  }

  static RunningProxy start(Kind kind, Path folder, int originPort) throws IOException {
    Files.createDirectories(folder);
    int port = freePort();
    return new RunningProxy(
        kind == Kind.NGINX ? nginx(folder, port, originPort) : varnish(folder, port, originPort),
        folder,
        port);
  }

  private static List<String> nginx(Path folder, int port, int originPort) throws IOException {
    String site =
        replaced(
            replaced(
                replaced(
                    text(Path.of("deploy/nginx/marquee.conf")),
                    "server 127.0.0.1:" + ORIGIN_PORT,
                    "server 127.0.0.1:" + originPort),
                "listen 80;",
                "listen 127.0.0.1:" + port + ";"),
            "/var/cache/nginx/marquee",
            folder + "/cache");
    Files.writeString(folder.resolve("marquee.conf"), site);
    String user = "root".equals(System.getProperty("user.name")) ? "user root;\n" : "";
    Files.writeString(
        folder.resolve("nginx.conf"),
        user
            + """
            daemon off;
            worker_processes 1;
            pid %1$s/nginx.pid;
            error_log %1$s/error.log;
            events {}
            http {
              access_log off;
              client_body_temp_path %1$s/body;
              proxy_temp_path %1$s/proxy;
              fastcgi_temp_path %1$s/fastcgi;
              uwsgi_temp_path %1$s/uwsgi;
              scgi_temp_path %1$s/scgi;
              include %1$s/marquee.conf;
            }
            """
                .formatted(folder));
    return List.of(
        Kind.NGINX.program.toString(),
        "-e",
        folder + "/error.log",
        "-c",
        folder.resolve("nginx.conf").toString());
  }

  private static List<String> varnish(Path folder, int port, int originPort) throws IOException {
    Path vcl = folder.resolve("marquee.vcl");
    Files.writeString(
        vcl,
        replaced(
            text(Path.of("deploy/varnish/marquee.vcl")),
            ".port = \"" + ORIGIN_PORT + "\"",
            ".port = \"" + originPort + "\""));
    return List.of(
        Kind.VARNISH.program.toString(),
        "-F",
        "-j",
        "none",
        "-n",
        folder.resolve("work").toString(),
        "-a",
        "127.0.0.1:" + port,
        "-s",
        "malloc,32m",
        "-f",
        vcl.toString());
  }

  private static String replaced(String text, String there, String here) {
    assertThat(text).containsOnlyOnce(there);
    return text.replace(there, here);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().onExit().join();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
