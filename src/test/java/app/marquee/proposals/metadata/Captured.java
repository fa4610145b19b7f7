package app.marquee.proposals.metadata;

import app.marquee.testkit.SharedData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Real answers of providers, by the id of the film. */
final class Captured {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Captured() {}

  static Map<String, JsonNode> imdbapi() {
    return read("imdbapi_dev_titles_250.json.gz", "id");
  }

  static Map<String, JsonNode> omdb() {
    return read("omdb_by_id_responses.json.gz", "imdbID");
  }

  static Map<String, JsonNode> tmdb() {
    return read("tmdb_movie_details_2001_first300.json.gz", "imdb_id");
  }

  /** Answers as imdbapi.dev did, batches of five at most included. */
  static UpstreamStub.Behaviour asImdbapi(Map<String, JsonNode> titles) {
    return request -> {
      String path = request.path();
      if (path.equals("/titles:batchGet")) {
        batch(request.params().getAll("titleIds"), titles).answer(request);
      } else {
        JsonNode title = titles.get(path.replace("/titles/", ""));
        (title == null ? notFound() : UpstreamStub.status(200, title.toString())).answer(request);
      }
    };
  }

  static UpstreamStub.Behaviour notFound() {
    return UpstreamStub.status(404, "{\"code\": 5, \"message\": \"not found\"}");
  }

  private static UpstreamStub.Behaviour batch(List<String> ids, Map<String, JsonNode> titles) {
    if (ids.size() > 5) {
      return UpstreamStub.status(400, "{\"code\": 3}");
    }
    ArrayNode found = JSON.createArrayNode();
    ids.stream().map(titles::get).filter(Objects::nonNull).forEach(found::add);
    return UpstreamStub.status(200, JSON.createObjectNode().set("titles", found).toString());
  }

  private static Map<String, JsonNode> read(String file, String id) {
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(SharedData.path("samples/" + file)))) {
      Map<String, JsonNode> films = new LinkedHashMap<>();
      JSON.readTree(in).forEach(film -> films.putIfAbsent(film.path(id).asText(), film));
      return films;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
