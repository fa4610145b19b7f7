package app.marquee.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The eight fictional parks and their rides, from {@code /demo/parks.csv} and {@code
 * /demo/rides.csv}: files the import would take as they are.
 */
final class DemoCatalogue {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private DemoCatalogue() {}

  static List<DemoPark> parks() {
    List<Map<String, String>> rides = rows("/demo/rides.csv");
    return rows("/demo/parks.csv").stream().map(facts -> park(facts, rides)).toList();
  }

  private static DemoPark park(Map<String, String> facts, List<Map<String, String>> rides) {
    return new DemoPark(
        facts,
        ZoneId.of(facts.get("timezone")),
        FeedStyle.valueOf(facts.get("feed")),
        LocalTime.parse(facts.get("opens")),
        LocalTime.parse(facts.get("closes")),
        LocalTime.parse(facts.get("late_closes")),
        facts.get("closed_on").isEmpty() ? null : DayOfWeek.valueOf(facts.get("closed_on")),
        ridesOf(facts.get("source_key"), rides));
  }

  private static List<DemoRide> ridesOf(String park, List<Map<String, String>> rides) {
    List<DemoRide> own = new ArrayList<>();
    for (Map<String, String> facts : rides) {
      if (facts.get("park_key").equals(park)) {
        own.add(new DemoRide(facts, own.size()));
      }
    }
    return own;
  }

  private static List<Map<String, String>> rows(String resource) {
    try (InputStream in = DemoCatalogue.class.getResourceAsStream(resource);
        InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return FORMAT.parse(reader).stream().map(CSVRecord::toMap).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
