package app.marquee.http;

import static io.restassured.RestAssured.given;

import app.marquee.http.PublishedApi.Operation;
import app.marquee.testkit.TestTokens;
import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** How to call each published operation in the demo world. */
final class PublishedCalls {
  /** Nobody's id, key or kind. */
  static final String NOBODY = "999999999";

  /** A film no provider told of. */
  private static final String FILM_OF_NOBODY = "tt9999999";

  static final String KEY = "park_downtime_today_all-parks";

  /** Parameters that choose which document is answered; the others choose a part of it. */
  private static final List<String> CHOICES =
      List.of("period", "filter", "category", "type", "entity", "detail", "decade", "profile");

  /** Parameters whose every value is asked for once, of the first of the documents. */
  private static final List<String> PARTS = List.of("sort_by", "status", "size");

  /** A profile that is there between its POST and its DELETE, as the document lists them. */
  static final String PASSING = "passing-fancy";

  /** Values of parameters that the document does not list. */
  private static final Map<String, List<String>> CHOSEN =
      Map.of(
          "decade", List.of("2020", "1920"),
          "profile", List.of("balanced", "cult-classic"),
          "q", List.of("the"));

  private static final String JSON = "application/json";
  private static final String CSV = "text/csv";

  /** What a body is sent as, and one that is taken without changing anything. */
  record Body(String type, String text) {}

  private final long park;
  private final long ride;
  private final long film;
  private final long run;
  private final List<String> keys;

  private PublishedCalls(long park, long ride, long film, long run, List<String> keys) {
    this.park = park;
    this.ride = ride;
    this.film = film;
    this.run = run;
    this.keys = keys;
  }

  static PublishedCalls inTheDemoWorld() {
    PublishedNight.begin();
    PublishedMembers.begin();
    PublishedRuns.begin();
    awaitQuiet();
    JsonPath index = given().get("/api/search/index").jsonPath();
    List<String> keys = given().get("/api/views").jsonPath().getList("views.cache_key");
    return new PublishedCalls(
        index.getLong("rides[0].park_id"),
        index.getLong("rides[0].id"),
        given().get("/api/predictions").jsonPath().getLong("data[0].movie_id"),
        endedRun(),
        Stream.concat(Stream.of(KEY), keys.stream().filter(key -> !key.startsWith("probe")))
            .distinct()
            .toList());
  }

  /** Until no run is under way that would make another world of it. */
  private static void awaitQuiet() {
    Awaitility.await()
        .until(
            () ->
                !as("admin")
                    .get("/api/admin/refreshes?limit=10")
                    .jsonPath()
                    .getList("refreshes.refresh_completed_at")
                    .contains(null));
  }

  /** A run of one key. */
  private static long endedRun() {
    Body asked = PublishedBodies.OF_PATH.get("/api/admin/refresh").get(0);
    String run =
        as("admin")
            .contentType(asked.type())
            .body(asked.text())
            .post("/api/admin/refresh")
            .header("Location");
    Awaitility.await()
        .until(() -> as("admin").get(run).jsonPath().get("refresh_completed_at") != null);
    return Long.parseLong(run.substring(run.lastIndexOf('/') + 1));
  }

  /** An address of each choice there is, and one of each order. */
  List<String> addresses(Operation operation) {
    if (PublishedOps.address(operation) != null) {
      return List.of(PublishedOps.address(operation));
    }
    List<String> queries = new ArrayList<>(List.of(""));
    for (JsonNode parameter : operation.parameters("query")) {
      String choice = parameter.path("name").asText();
      boolean chosen = CHOICES.contains(choice) || parameter.path("required").asBoolean();
      List<String> values = chosen ? values(operation, choice) : List.of();
      if (!values.isEmpty()) {
        queries =
            queries.stream()
                .flatMap(query -> values.stream().map(value -> query + choice + "=" + value + "&"))
                .toList();
      }
    }
    String first = queries.get(0);
    Stream<String> parts =
        PARTS.stream()
            .flatMap(
                part -> values(operation, part).stream().map(value -> first + part + "=" + value));
    List<String> all = Stream.concat(queries.stream(), parts).toList();
    return paths(operation).stream()
        .flatMap(path -> all.stream().map(query -> path + "?" + query))
        .toList();
  }

  /** The one address whose answer is the example: every park, few rows. */
  String example(Operation operation) {
    if (PublishedOps.address(operation) != null) {
      return PublishedOps.address(operation);
    }
    StringBuilder query = new StringBuilder("?");
    for (JsonNode parameter : operation.parameters("query")) {
      String name = parameter.path("name").asText();
      switch (name) {
        case "filter" ->
            query.append(operation.path().startsWith("/api/proposals") ? "" : "filter=all-parks&");
        case "limit" -> query.append("limit=2&");
        case "detail" -> query.append("detail=false&");
        case "key" -> query.append("key=" + KEY + "&");
        default -> {
          if (parameter.path("required").asBoolean()) {
            query.append(name).append('=').append(last(values(operation, name))).append('&');
          }
        }
      }
    }
    return (paths(operation).get(0) + query).replaceFirst("[?&]$", "");
  }

  private static List<String> values(Operation operation, String parameter) {
    List<String> values = new ArrayList<>();
    for (JsonNode node : operation.parameters("query")) {
      if (node.path("name").asText().equals(parameter)) {
        boolean flag = node.path("schema").path("type").asText().equals("boolean");
        node.path("schema").path("enum").forEach(value -> values.add(value.asText()));
        values.addAll(CHOSEN.getOrDefault(parameter, List.of()));
        values.addAll(flag ? List.of("true", "false") : List.of());
      }
    }
    return values;
  }

  private static String last(List<String> values) {
    return values.get(values.size() - 1);
  }

  private List<String> paths(Operation operation) {
    String path = operation.path();
    if (PublishedNight.address(operation) != null) {
      return List.of(PublishedNight.address(operation));
    }
    String ofAMember = PublishedMembers.address(operation);
    String ofARun = PublishedRuns.address(operation);
    if (ofAMember != null || ofARun != null) {
      return List.of(ofAMember == null ? ofARun : ofAMember);
    }
    return switch (operation.parameters("path").stream()
        .map(parameter -> path.split("\\{")[0] + parameter.path("name").asText())
        .reduce("", String::concat)) {
      case "" -> List.of(path);
      case "/api/parks/id" -> List.of(path.replace("{id}", "" + park));
      case "/api/rides/id" -> List.of(path.replace("{id}", "" + ride));
      case "/api/admin/refreshes/id" -> List.of(path.replace("{id}", "" + run));
      case "/api/admin/imports/kind" ->
          Stream.concat(
                  Stream.of("parks"),
                  PublishedFiles.OF_KIND.keySet().stream()
                      .filter(kind -> !kind.equals("parks"))
                      .sorted())
              .map(kind -> path.replace("{kind}", kind))
              .toList();
      case "/api/predictions/movies/id" -> List.of(path.replace("{id}", "" + film));
      case "/api/profiles/slug" -> List.of(path.replace("{slug}", PASSING));
      case "/api/posters/imdb_id", "/api/admin/posters/imdb_id" ->
          List.of(path.replace("{imdb_id}", FILM_OF_NOBODY));
      case "/api/views/key" -> keys.stream().map(key -> path.replace("{key}", key)).toList();
      default -> throw new AssertionError("nobody has said how to call " + operation);
    };
  }

  /** One answer per body the operation takes; one without if it takes none. */
  List<Response> call(Operation operation, String address) {
    return bodies(operation, address).stream()
        .map(body -> send(as(operation.role()), operation.method(), body, address))
        .toList();
  }

  /** A profile whose predictions nobody has built, until {@link #forgetPassing()}. */
  static void savePassing() {
    send(as("admin"), "post", PublishedBodies.OF_PATH.get("/api/profiles").get(0), "/api/profiles");
  }

  static void forgetPassing() {
    as("admin").delete("/api/profiles/" + PASSING);
  }

  /** The same by somebody else. */
  Response callAs(String role, Operation operation, String address) {
    return send(as(role), operation.method(), bodies(operation, address).get(0), address);
  }

  /** The same with another body. */
  Response callWith(String type, String text, Operation operation, String address) {
    return send(as(operation.role()), operation.method(), new Body(type, text), address);
  }

  /** The same with a body that cannot be read, or lacks what it must have. */
  Response callBroken(Operation operation, String address) {
    return operation.path().equals(PublishedMembers.LOGIN)
        ? callWith(PublishedMembers.FORM, "name=Ada", operation, address)
        : callWith(JSON, "{", operation, address);
  }

  /** The same by somebody whom nobody knows. */
  Response callUnknown(Operation operation, String address) {
    Body unknown = PublishedMembers.form("Nobody");
    return operation.path().equals(PublishedMembers.LOGIN)
        ? callWith(unknown.type(), unknown.text(), operation, address)
        : callAs("", operation, address);
  }

  List<Body> bodies(Operation operation, String address) {
    if (!operation.node().has("requestBody")) {
      return List.of(new Body(null, null));
    }
    // Nobody's address gets what somebody's would.
    String path = (address.contains(NOBODY) ? example(operation) : address).replaceAll("[?].*", "");
    if (PublishedNight.body(path) != null) {
      return List.of(new Body(JSON, PublishedNight.body(path)));
    }
    Body ofAMember = PublishedMembers.body(path);
    if (ofAMember != null) {
      return List.of(ofAMember);
    }
    String kind = path.replaceFirst("^/api/admin/imports/", "");
    List<Body> bodies =
        PublishedFiles.OF_KIND.containsKey(kind)
            ? List.of(new Body(CSV, PublishedFiles.OF_KIND.get(kind)))
            : PublishedBodies.OF_PATH.get(path);
    if (bodies == null) {
      throw new AssertionError("nobody has said what to send to " + operation);
    }
    return bodies;
  }

  private static Response send(
      RequestSpecification request, String method, Body body, String address) {
    if (body.type() != null) {
      request.contentType(body.type());
      // The client writes forms itself, from texts only.
      request =
          body.type().equals(PublishedMembers.FORM)
              ? request.body(body.text())
              : request.body(body.text().getBytes(StandardCharsets.UTF_8));
    }
    Response answer =
        request.urlEncodingEnabled(false).request(method, address.replaceFirst("[?&]$", ""));
    PublishedMembers.goOn(answer);
    return answer;
  }

  static RequestSpecification as(String role) {
    return switch (role) {
      case "" -> given().header("Sec-Fetch-Site", "same-origin");
      case "member" -> PublishedMembers.member();
      case "ingest" -> given().header("Authorization", "Bearer " + TestTokens.INGEST);
      default -> given().header("Authorization", "Bearer " + TestTokens.ADMIN);
    };
  }
}
