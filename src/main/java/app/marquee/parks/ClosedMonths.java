package app.marquee.parks;

import app.marquee.db.Sql;
import app.marquee.imports.BadLine;
import app.marquee.parks.TouchedHours.Range;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The months (UTC) whose snapshots were pruned: nothing is taken in or derived for them. */
record ClosedMonths(SortedSet<YearMonth> months) {
  private static final Sql LIST = Sql.of("parks/closed_months.sql");
  private static final Duration HOUR = Duration.ofHours(1);

  static Uni<ClosedMonths> load(SqlClient client) {
    return LIST.on(client, Map.of())
        .map(
            rows -> {
              SortedSet<YearMonth> months = new TreeSet<>();
              rows.forEach(row -> months.add(YearMonth.from(row.getLocalDate("month"))));
              return new ClosedMonths(months);
            });
  }

  void refuse(Instant at) throws BadLine {
    YearMonth month = YearMonth.from(at.atOffset(ZoneOffset.UTC));
    if (months.contains(month)) {
      throw new BadLine(
          "recorded_at", "month-closed: the snapshots of " + month + " were pruned, not " + at);
    }
  }

  /** Those of a range's hours that lie in no closed month, not even in part. */
  List<Range> open(Range range) {
    List<Range> open = List.of(range);
    for (YearMonth month : months) {
      Instant from = start(month);
      Instant to = start(month.plusMonths(1));
      open = open.stream().flatMap(part -> without(part, from, to).stream()).toList();
    }
    return open;
  }

  private static List<Range> without(Range range, Instant from, Instant to) {
    List<Range> left = new ArrayList<>();
    Instant before = range.from().isBefore(from) ? hour(range.from(), from, 0) : range.from();
    Instant after = range.from().isBefore(to) ? hour(range.from(), to, 1) : range.from();
    add(left, range.parkId(), range.from(), before.isBefore(range.to()) ? before : range.to());
    add(left, range.parkId(), after, range.to());
    return left;
  }

  private static void add(List<Range> ranges, long parkId, Instant from, Instant to) {
    if (from.isBefore(to)) {
      ranges.add(new Range(parkId, from, to));
    }
  }

  /** The whole hour since {@code from} that {@code at} lies in, or with 1 the next one. */
  private static Instant hour(Instant from, Instant at, int next) {
    long past = Duration.between(from, at).toMillis();
    long hours = past / HOUR.toMillis();
    return from.plus(HOUR.multipliedBy(past % HOUR.toMillis() == 0 ? hours : hours + next));
  }

  private static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
