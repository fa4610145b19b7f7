package app.marquee.parks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * The status summary of some parks, cut from that of all: {@code parks} without the others, {@code
 * status_summary} added up anew.
 *
 * @param disneyUniversal whether only those parks stay
 * @param parkId the one park that stays, null for all
 */
record StatusCut(boolean disneyUniversal, Long parkId) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SUMMARY = "status_summary";
  private static final List<String> COUNTS =
      List.of("OPERATING", "DOWN", "CLOSED", "REFURBISHMENT", "PARK_CLOSED", "total");

  /** Empty when there is no such park among those that stay. */
  Optional<byte[]> of(byte[] document) {
    try {
      ObjectNode whole = (ObjectNode) JSON.readTree(document);
      ArrayNode kept = JSON.createArrayNode();
      whole.withArray("parks").forEach(park -> keep(park, kept));
      if (parkId != null && kept.isEmpty()) {
        return Optional.empty();
      }
      ObjectNode sums = JSON.createObjectNode();
      for (String count : COUNTS) {
        long sum = 0;
        for (JsonNode park : kept) {
          sum += park.get(count).longValue();
        }
        sums.put(count, sum);
      }
      whole.set(SUMMARY, sums);
      whole.set("parks", kept);
      return Optional.of(JSON.writeValueAsBytes(whole));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keep(JsonNode park, ArrayNode kept) {
    boolean owned = park.get("is_disney").booleanValue() || park.get("is_universal").booleanValue();
    boolean named = parkId == null || park.get("park_id").longValue() == parkId;
    if (named && (owned || !disneyUniversal)) {
      kept.add(park);
    }
  }

  /** What tells this cut's etag from another's. */
  String variant() {
    return "-"
        + (disneyUniversal ? ParkViews.DISNEY_UNIVERSAL : ParkViews.ALL_PARKS)
        + (parkId == null ? "" : "." + parkId);
  }
}
