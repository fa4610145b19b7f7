package app.marquee.parks;

import app.marquee.imports.BadLine;
import app.marquee.imports.Fields;
import app.marquee.parks.Directory.ParkEntry;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What lines of parks, rides and schedules bind to their statements. */
final class PlaceLines {
  /** The types of {@code park_schedule}; an unknown one opens the park. */
  enum ScheduleType {
    OPERATING,
    TICKETED_EVENT,
    PRIVATE_EVENT,
    EXTRA_HOURS,
    INFO
  }

  private PlaceLines() {}

  /** For {@code upsert_park.sql}. */
  static Map<String, Object> park(Fields f) throws BadLine {
    Map<String, Object> b = new HashMap<>();
    b.put("park_id", f.integer("park_id"));
    b.put("source_key", key(f, "park_key"));
    requireIdOrKey(b, "park_id");
    b.put("name", f.required("name"));
    b.put("timezone", zone(f.required("timezone")));
    for (String text : new String[] {"city", "state_province", "country", "operator"}) {
      b.put(text, f.text(text));
    }
    b.put("latitude", f.decimal("latitude", -90, 90));
    b.put("longitude", f.decimal("longitude", -180, 180));
    b.put("queue_times_id", f.integer("queue_times_id"));
    b.put("themeparks_wiki_id", f.text("themeparks_wiki_id"));
    b.put("is_active", f.flag("is_active"));
    owners(f, b);
    return b;
  }

  private static void owners(Fields f, Map<String, Object> b) throws BadLine {
    String operator = f.text("operator");
    Boolean disney = f.flag("is_disney");
    Boolean universal = f.flag("is_universal");
    boolean usualDisney = mentions(operator, "disney");
    boolean usualUniversal = mentions(operator, "universal");
    DownRule rule = f.word("down_rule", DownRule.class);
    b.put("is_disney", disney);
    b.put("is_universal", universal);
    b.put("usual_disney", usualDisney);
    b.put("usual_universal", usualUniversal);
    b.put("down_rule", rule == null ? null : rule.name());
    b.put(
        "usual_down_rule",
        DownRule.usual(
                disney == null ? usualDisney : disney,
                universal == null ? usualUniversal : universal)
            .name());
  }

  private static boolean mentions(String operator, String owner) {
    return operator != null && operator.toLowerCase(Locale.ROOT).contains(owner);
  }

  /** For {@code upsert_ride.sql}. */
  static Map<String, Object> ride(Fields f, Directory directory) throws BadLine {
    Map<String, Object> b = new HashMap<>();
    b.put("ride_id", f.integer("ride_id"));
    b.put("source_key", key(f, "ride_key"));
    requireIdOrKey(b, "ride_id");
    b.put("park_id", directory.park(f).id());
    String name = f.required("name");
    b.put("name", name);
    Category category = f.word("category", Category.class);
    b.put("category", category == null ? null : category.name());
    b.put("usual_category", RideNames.category(name).name());
    b.put("tier", tier(f));
    Integer usualTier = RideNames.tier(name);
    b.put("usual_tier", usualTier == null ? null : usualTier.shortValue());
    b.put("land_area", f.text("land_area"));
    b.put("queue_times_id", f.integer("queue_times_id"));
    b.put("themeparks_wiki_id", f.text("themeparks_wiki_id"));
    b.put("is_active", f.flag("is_active"));
    return b;
  }

  /** For {@code upsert_schedule.sql}. */
  static Map<String, Object> schedule(Fields f, Directory directory) throws BadLine {
    ParkEntry park = directory.park(f);
    ScheduleType type = scheduleType(f.required("type"));
    Instant opening = f.instant("opening_time", park.zone());
    Instant closing = f.instant("closing_time", park.zone());
    if (type != ScheduleType.INFO && (opening == null || closing == null)) {
      throw new BadLine("opening_time or closing_time is missing");
    }
    if (opening != null && closing != null && closing.isBefore(opening)) {
      throw new BadLine("closing_time is before opening_time");
    }
    Map<String, Object> b = new HashMap<>();
    b.put("park_id", park.id());
    b.put("date", f.date("date"));
    b.put("type", type.name());
    b.put("opening_time", opening);
    b.put("closing_time", closing);
    return b;
  }

  private static ScheduleType scheduleType(String text) {
    for (ScheduleType type : ScheduleType.values()) {
      if (type.name().equals(text)) {
        return type;
      }
    }
    return ScheduleType.OPERATING;
  }

  private static String key(Fields f, String alias) {
    String key = f.text("source_key");
    return key == null ? f.text(alias) : key;
  }

  private static void requireIdOrKey(Map<String, Object> binds, String id) throws BadLine {
    if (binds.get(id) == null && binds.get("source_key") == null) {
      throw new BadLine(id + " or source_key is missing");
    }
  }

  private static Short tier(Fields f) throws BadLine {
    Long tier = f.integer("tier");
    if (tier != null && (tier < 1 || tier > 3)) {
      throw new BadLine("tier is " + tier + ", expected 1, 2 or 3");
    }
    return tier == null ? null : tier.shortValue();
  }

  private static String zone(String name) throws BadLine {
    try {
      ZoneId zone = ZoneId.of(name);
      if (ZoneId.getAvailableZoneIds().contains(zone.getId())) {
        return zone.getId();
      }
    } catch (DateTimeException e) {
      throw new BadLine("timezone '" + name + "' is unknown");
    }
    throw new BadLine("timezone '" + name + "' is not the name of a zone such as Europe/Paris");
  }
}
