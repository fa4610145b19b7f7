package app.marquee.parks;

import app.marquee.imports.BadLine;
import app.marquee.parks.PushReader.Newcomer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Lines of an import, made of what a provider says of a park, its rides and its hours. */
final class ProvidedPark {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ProvidedPark() {}

  static ObjectNode queueTimes(String ref, JsonNode groups) throws BadLine {
    if (!groups.isArray()) {
      throw new BadLine("the list of parks is not an array");
    }
    for (JsonNode group : groups) {
      JsonFields company = new JsonFields(group);
      for (JsonNode park : company.array("parks")) {
        if (park.path("id").asText().equals(ref)) {
          JsonFields fields = new JsonFields(park);
          ObjectNode row = park(Provider.QUEUE_TIMES, ref, fields, company.text("name"));
          row.put("country", fields.text("country"));
          return coordinates(row, park);
        }
      }
    }
    throw new BadLine("id", "the list of parks has none with the id " + ref);
  }

  static ObjectNode wiki(String ref, JsonNode entity, JsonNode destinations) throws BadLine {
    ObjectNode row =
        park(Provider.THEMEPARKS_WIKI, ref, new JsonFields(entity), owner(ref, destinations));
    return coordinates(row, entity.path("location"));
  }

  private static String owner(String ref, JsonNode destinations) throws BadLine {
    for (JsonNode destination : new JsonFields(destinations).array("destinations")) {
      JsonFields fields = new JsonFields(destination);
      for (JsonNode park : fields.array("parks")) {
        if (ref.equals(new JsonFields(park).text("id"))) {
          return fields.text("name");
        }
      }
    }
    return null;
  }

  private static ObjectNode park(Provider provider, String ref, JsonFields park, String operator)
      throws BadLine {
    return JSON.createObjectNode()
        .put("source_key", provider.sourceKey(ref))
        .put(provider.idColumn(), ref)
        .put("name", park.text("name"))
        .put("timezone", park.text("timezone"))
        .put("operator", operator);
  }

  /** Numbers, or texts of numbers: the import reads both. */
  private static ObjectNode coordinates(ObjectNode row, JsonNode place) {
    row.set("latitude", place.get("latitude"));
    row.set("longitude", place.get("longitude"));
    return row;
  }

  /** Its category is what the provider says it is; only its tier is read from its name. */
  static ObjectNode ride(long parkId, Newcomer ride) {
    return JSON.createObjectNode()
        .put("park_id", parkId)
        .put("source_key", ride.provider().sourceKey(ride.id()))
        .put(ride.provider().idColumn(), ride.id())
        .put("name", ride.name())
        .put("category", Category.ATTRACTION.name())
        .put("land_area", ride.land());
  }

  static List<ObjectNode> schedule(long parkId, JsonNode answer) throws BadLine {
    List<ObjectNode> rows = new ArrayList<>();
    for (JsonNode node : new JsonFields(answer).array("schedule")) {
      JsonFields hours = new JsonFields(node);
      rows.add(
          JSON.createObjectNode()
              .put("park_id", parkId)
              .put("date", hours.text("date"))
              .put("type", hours.text("type"))
              .put("opening_time", hours.text("openingTime"))
              .put("closing_time", hours.text("closingTime")));
    }
    return rows;
  }
}
