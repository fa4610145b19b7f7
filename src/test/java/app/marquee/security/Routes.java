package app.marquee.security;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The table of operations and who may do them. */
final class Routes {
  private static final String TABLE = "/security/routes.txt";

  private Routes() {}

  /** One operation: what each kind of caller is answered, strangers first. */
  record Route(String path, String method, List<String> outcomes) {
    /** Whether strangers may. */
    boolean open() {
      return outcomes.get(0).equals("ok");
    }

    boolean reads() {
      return method.equals("get");
    }

    /** Of nobody's id, with a parameter nobody knows: whoever may ask changes nothing. */
    String address() {
      return path.replaceAll("\\{\\w+}", "999999999") + "?nonsense=1";
    }

    @Override
    public String toString() {
      return path + " " + method;
    }
  }

  static List<Route> all() {
    return lines().stream().map(Routes::route).toList();
  }

  /** Lines without spaces for the eye, comments left out. */
  static List<String> lines() {
    try (InputStream file = Routes.class.getResourceAsStream(TABLE)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.replaceAll("\\s+", " ").strip())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Route route(String line) {
    String[] cells = line.split(" \\| ");
    String[] operation = cells[0].split(" ");
    return new Route(operation[0], operation[1], List.of(cells).subList(1, cells.length));
  }

  /** What a page of ours sends with everything. */
  static RequestSpecification page() {
    return given().header("Sec-Fetch-Site", "same-origin");
  }
}
