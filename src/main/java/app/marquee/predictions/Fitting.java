package app.marquee.predictions;

import app.marquee.db.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Learns weights from the target list, by leaving out one decade at a time.
 *
 * <p>Every decade is predicted by weights chosen on all other decades: first among whole tenths,
 * then among the neighbours of those that did best there. What they find in the decade they have
 * not seen, summed up over the decades, is how well fitting works out of sample; it is compared
 * with the best shipped profile, which is chosen with every decade in sight, and with the most
 * voted for. The weights that are published are chosen on all decades in the same way.
 */
@ApplicationScoped
class Fitting {
  private static final Sql DECADES = Sql.of("predictions/fit_decades.sql");
  private static final Sql FIGURES = Sql.of("predictions/fit_figures.sql");
  private static final Sql READ_ONE_STATE = Sql.of("predictions/read_one_state.sql");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Pool pool;
  private final Profiles profiles;
  private final ProfileEdits edits;
  private final Clock clock;

  Fitting(Pool pool, Profiles profiles, ProfileEdits edits, Clock clock) {
    this.pool = pool;
    this.profiles = profiles;
    this.edits = edits;
    this.clock = clock;
  }

  /** What was learned, before anybody knows of it. */
  private record Learned(GridPoint weights, boolean won, long sourceVersion, String figures) {}

  /**
   * Fits, and publishes or withdraws the profile {@code fitted}. The same facts give the same
   * figures. Errors: those of the database; then nothing has changed.
   *
   * @param progress is told how many weights have been tried
   */
  Uni<Fit> run(IntConsumer progress) {
    return pool.withTransaction(
            connection ->
                READ_ONE_STATE
                    .on(connection, Map.of())
                    .chain(() -> DECADES.on(connection, Map.of()))
                    .chain(
                        rows -> {
                          List<Row> decades = new ArrayList<>();
                          rows.forEach(decades::add);
                          return decades.size() < 2
                              ? Uni.createFrom().<Learned>nullItem()
                              : learn(connection, decades, progress);
                        }))
        .chain(
            learned ->
                learned == null
                    ? Uni.createFrom()
                        .item(new Fit.Nothing("films of two decades must be on the target list"))
                    : conclude(learned));
  }

  private Uni<Learned> learn(SqlConnection connection, List<Row> decades, IntConsumer progress) {
    List<Integer> names = decades.stream().map(row -> row.getInteger("decade")).toList();
    Hindsight hindsight = new Hindsight(connection, names, progress);
    Map<String, Weights> shipped = shipped();
    List<GridPoint> coarse = GridPoint.coarse();
    return hindsight
        .ofNamed(shipped)
        .map(found -> best(found, shipped.keySet()))
        .chain(
            best ->
                hindsight
                    .of(coarse)
                    .chain(found -> choose(hindsight, coarse, found, names.size()))
                    .chain(chosen -> figures(connection, decades, hindsight, best, chosen)));
  }

  private Map<String, Weights> shipped() {
    Map<String, Weights> shipped = new LinkedHashMap<>();
    profiles.all().stream()
        .filter(profile -> profile.isSystem() && !profile.slug().equals(Profile.FITTED))
        .forEach(profile -> shipped.put(profile.slug(), profile.weights()));
    return shipped;
  }

  /** The profile that finds most, and what it finds; of several the first. */
  private static Map.Entry<String, int[]> best(Map<String, int[]> found, Set<String> slugs) {
    String best = null;
    for (String slug : slugs) {
      if (best == null || sum(found.get(slug)) > sum(found.get(best))) {
        best = slug;
      }
    }
    return Map.entry(best, found.get(best));
  }

  private static int sum(int[] hits) {
    return IntStream.of(hits).sum();
  }

  /** One choice per decade left out, in order, and last the one that leaves out none. */
  private record Chosen(List<GridPoint> folds, LeaveOneOut table) {
    GridPoint last() {
      return folds.get(folds.size() - 1);
    }
  }

  private static Uni<Chosen> choose(
      Hindsight hindsight, List<GridPoint> coarse, Map<GridPoint, int[]> found, int decades) {
    LeaveOneOut table = new LeaveOneOut(found);
    List<List<GridPoint>> choices = new ArrayList<>();
    for (int fold = 0; fold <= decades; fold++) {
      // Neighbours of another fold's leader would tell of the decade left out here.
      GridPoint leader = table.best(coarse, fold == decades ? LeaveOneOut.NONE : fold);
      List<GridPoint> finer = new ArrayList<>(coarse);
      finer.addAll(leader.neighbours());
      choices.add(finer);
    }
    Set<GridPoint> all = new HashSet<>();
    choices.forEach(all::addAll);
    return hindsight.of(all).map(hits -> pick(choices, new LeaveOneOut(hits)));
  }

  private static Chosen pick(List<List<GridPoint>> choices, LeaveOneOut table) {
    List<GridPoint> folds = new ArrayList<>();
    for (int fold = 0; fold < choices.size(); fold++) {
      int without = fold == choices.size() - 1 ? LeaveOneOut.NONE : fold;
      folds.add(table.best(choices.get(fold), without));
    }
    return new Chosen(folds, table);
  }

  private Uni<Learned> figures(
      SqlConnection connection,
      List<Row> decades,
      Hindsight hindsight,
      Map.Entry<String, int[]> shipped,
      Chosen chosen) {
    Row first = decades.get(0);
    Map<String, Object> binds = new HashMap<>();
    binds.put("now", clock.instant());
    binds.put("source_version", first.getLong("source_version"));
    binds.put("target_list", first.getString("target_list"));
    binds.put("scoring_version", first.getInteger("scoring_version"));
    binds.put("shipped", shipped.getKey());
    binds.put("tried", hindsight.tried());
    binds.put("in_sample", chosen.table().found(chosen.last(), LeaveOneOut.NONE));
    binds.put("weights", json(chosen.last().weights().binds()));
    binds.put("folds", json(folds(decades, shipped.getValue(), chosen)));
    return FIGURES
        .on(connection, binds)
        .map(rows -> rows.iterator().next())
        .map(
            row ->
                new Learned(
                    chosen.last(),
                    row.getBoolean("won"),
                    first.getLong("source_version"),
                    row.getString("figures")));
  }

  private static Collection<Map<String, Object>> folds(
      List<Row> decades, int[] shipped, Chosen chosen) {
    List<Map<String, Object>> folds = new ArrayList<>();
    for (int i = 0; i < decades.size(); i++) {
      GridPoint unseen = chosen.folds().get(i);
      Map<String, Object> fold = new LinkedHashMap<>();
      fold.put("decade", decades.get(i).getInteger("decade"));
      fold.put("candidates", decades.get(i).getLong("candidates"));
      fold.put("members", decades.get(i).getLong("members"));
      fold.put("correct", chosen.table().hits().get(unseen)[i]);
      fold.put("shipped", shipped[i]);
      fold.put("baseline", decades.get(i).getLong("baseline"));
      fold.put("weights", unseen.weights().binds());
      folds.add(fold);
    }
    return folds;
  }

  private Uni<Fit> conclude(Learned learned) {
    JsonNode figures = read(learned.figures());
    Map<String, Object> fit =
        Map.of(
            "now", clock.instant(),
            "source_version", learned.sourceVersion(),
            "figures", learned.figures());
    return learned.won()
        ? edits
            .publishFit(learned.weights().weights(), fit)
            .map(done -> done ? new Fit.Won(figures) : new Fit.NameTaken(figures))
        : edits.withdrawFit(fit).map(withdrawn -> new Fit.Lost(figures, withdrawn));
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not what fit_figures.sql promises", e);
    }
  }
}
