package app.marquee.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an image of {@link Dockerfile} would hold and do, without an image: its layers in a folder,
 * its entry point and its health check as another user than root, who may write its volume only.
 */
@Timeout(150)
class ImageIT {
  private static final int NOBODY = 65534;
  private static final List<String> AS_NOBODY =
      List.of(
          "setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--no-new-privs");

  @TempDir Path root;

  @Test
  void runsAsAnotherUserThanRootIsHealthyAndEndsWhenAsked() throws Exception {
    assumeTrue("root".equals(System.getProperty("user.name")), "only root can be somebody else");
    Dockerfile file = Dockerfile.read();
    layers(file);
    String port = port();

    Process service = process(file, port, words(file.only("ENTRYPOINT"))).start();
    try {
      String check = file.only("HEALTHCHECK");
      List<String> health = words(check.substring(check.indexOf('[')));
      Awaitility.await()
          .atMost(Duration.ofSeconds(90))
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> !service.isAlive() || process(file, port, health).start().waitFor() == 0);
      assertThat(service.isAlive()).as(() -> output()).isTrue();
      service.destroy();

      assertThat(service.waitFor(40, TimeUnit.SECONDS)).isTrue();
      assertThat(service.exitValue()).as(() -> output()).isEqualTo(143);
      assertThat(root.resolve("data/database/postgres/PG_VERSION")).exists();
    } finally {
      service.destroyForcibly();
    }
  }

  private void layers(Dockerfile file) throws IOException {
    for (Map.Entry<Path, Path> copy : file.copies().entrySet()) {
      assertThat(copy.getKey()).exists();
      copy(copy.getKey(), root.resolve(copy.getValue()));
    }
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path data = Files.createDirectory(root.resolve("data"));
    Files.setAttribute(data, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path path : walk.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }

  private ProcessBuilder process(Dockerfile file, String port, List<String> words) {
    List<String> command = new ArrayList<>(AS_NOBODY);
    words.forEach(word -> command.add(word.replace("/opt/marquee", root + "/opt/marquee")));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(root.resolve("data").toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(root.resolve("log").toFile()));
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("MARQUEE_"));
    file.environment()
        .forEach(
            (name, value) -> environment.put(name, value.replaceFirst("^/data", root + "/data")));
    environment.put("MARQUEE_PORT", port);
    environment.put("MARQUEE_HOST", "127.0.0.1");
    environment.put("MARQUEE_DEMO", "false");
    return builder;
  }

  private static List<String> words(String json) throws IOException {
    return List.of(new ObjectMapper().readValue(json, String[].class));
  }

  private String output() {
    try {
      return Files.readString(root.resolve("log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static String port() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return Integer.toString(socket.getLocalPort());
    }
  }
}
