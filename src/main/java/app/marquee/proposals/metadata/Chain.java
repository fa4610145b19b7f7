package app.marquee.proposals.metadata;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks one provider after the other, each only for what none before it has told. */
@Singleton
class Chain {
  private final Providers providers;
  private final MetadataConfig config;

  Chain(Providers providers, MetadataConfig config) {
    this.providers = providers;
    this.config = config;
  }

  /** A verdict on each of these films. Errors: those of our own database. */
  Uni<Map<String, Verdict>> ask(List<String> imdbIds) {
    Map<String, Verdict> open = new HashMap<>();
    imdbIds.forEach(id -> open.put(id, Verdict.OPEN));
    Uni<Map<String, Verdict>> asked = Uni.createFrom().item(open);
    for (MetadataProvider provider : providers.chain()) {
      asked = asked.chain(verdicts -> ask(provider, verdicts));
    }
    return asked;
  }

  private Uni<Map<String, Verdict>> ask(MetadataProvider provider, Map<String, Verdict> verdicts) {
    List<String> open =
        verdicts.keySet().stream().filter(id -> !verdicts.get(id).settled()).sorted().toList();
    return Multi.createFrom()
        .iterable(groups(open, provider.atOnce()))
        .onItem()
        .transformToUni(provider::ask)
        .merge(config.concurrency())
        .collect()
        .in(() -> new HashMap<>(verdicts), (all, answers) -> add(all, provider.name(), answers));
  }

  private static void add(
      Map<String, Verdict> verdicts, String provider, Map<String, ProviderAnswer> answers) {
    answers.forEach(
        (id, answer) ->
            verdicts.computeIfPresent(id, (same, known) -> known.and(provider, answer)));
  }

  private static List<List<String>> groups(List<String> ids, int size) {
    List<List<String>> groups = new ArrayList<>();
    for (int i = 0; i < ids.size(); i += size) {
      groups.add(ids.subList(i, Math.min(i + size, ids.size())));
    }
    return groups;
  }
}
