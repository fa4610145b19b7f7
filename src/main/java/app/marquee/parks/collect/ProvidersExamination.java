package app.marquee.parks.collect;

import app.marquee.cli.Examination;
import app.marquee.cli.Finding;
import app.marquee.cli.Reach;
import app.marquee.parks.Provider;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Whether the configured providers take connections, and when they delivered. */
@ApplicationScoped
class ProvidersExamination implements Examination {
  private final Sources sources;
  private final DeliveryWatch watch;

  ProvidersExamination(Sources sources, DeliveryWatch watch) {
    this.sources = sources;
    this.watch = watch;
  }

  @Override
  public String name() {
    return "collectors";
  }

  @Override
  public boolean online() {
    return true;
  }

  @Override
  public Uni<List<Finding>> examine() {
    return watch
        .look()
        .chain(
            () ->
                Multi.createFrom()
                    .iterable(sources.configured())
                    .onItem()
                    .transformToUniAndMerge(
                        one -> Reach.of(one.word(), sources.config(one).baseUrl()))
                    .collect()
                    .asList())
        .map(this::withSilence);
  }

  private List<Finding> withSilence(List<Finding> reached) {
    List<Finding> findings = new ArrayList<>(reached);
    for (Provider late : watch.late()) {
      findings.add(
          Finding.warn(
              late.word(),
              "has delivered nothing for %d minutes: see GET /api/admin/providers"
                  .formatted(watch.silence(late).toMinutes())));
    }
    return findings;
  }
}
