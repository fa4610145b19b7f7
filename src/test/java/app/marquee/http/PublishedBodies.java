package app.marquee.http;

import app.marquee.http.PublishedCalls.Body;
import java.util.List;
import java.util.Map;

/** What the published operations take, by address; none of it changes anything for long. */
final class PublishedBodies {
  private static final String JSON = "application/json";

  static final Map<String, List<Body>> OF_PATH =
      Map.of(
          "/api/admin/refresh",
          List.of(
              new Body(
                  JSON,
                  "{\"scope\":\"key\",\"name\":\"" + PublishedCalls.KEY + "\",\"force\":true}")),
          "/api/admin/refreshing",
          List.of(new Body(JSON, "{\"paused\":false}")),
          "/api/admin/views/" + PublishedCalls.KEY,
          List.of(new Body(JSON, "{\"paused\":false,\"reason\":\"its feed is right again\"}")),
          "/api/admin/metadata/refresh",
          List.of(new Body(JSON, "{\"limit\":2,\"hours\":24}")),
          "/api/parks/snapshots",
          List.of(
              new Body(
                  JSON,
                  """
                  {"park_key": "demo-larkspur-kingdom", "recorded_at": "2026-08-22T21:00:00Z",
                   "rides": [{"ride_key": "demo-starling-express", "status": "CLOSED"}]}"""),
              new Body(
                  "application/x-ndjson",
                  "{\"park_key\":\"demo-larkspur-kingdom\",\"ride_key\":\"demo-starling-express\","
                      + "\"recorded_at\":\"2026-08-22T21:00:00Z\",\"status\":\"CLOSED\"}\n")),
          "/api/predictions/preview",
          List.of(
              new Body(
                  JSON,
                  """
                  {"weights": {"popular_opinion": 0.5, "awards": 0.3, "cultural": 0.2}, "limit": 2}""")),
          "/api/predictions/refresh",
          List.of(
              new Body(JSON, "{\"decade\":1990,\"profile\":\"balanced\"}"), new Body(JSON, "{}")),
          "/api/profiles",
          List.of(new Body(JSON, profile("{\"awards\": 3, \"people\": 1}"))),
          "/api/profiles/" + PublishedCalls.PASSING,
          List.of(new Body(JSON, profile("{\"awards\": 1, \"people\": 1}"))));

  private static String profile(String weights) {
    return "{\"name\": \"Passing Fancy\", \"weights\": " + weights + "}";
  }

  private PublishedBodies() {}
}
