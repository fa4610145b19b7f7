package app.marquee.proposals.metadata;

import app.marquee.cli.Examination;
import app.marquee.cli.Finding;
import app.marquee.cli.Reach;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether the configured providers of metadata take connections. */
@ApplicationScoped
class MetadataExamination implements Examination {
  private final MetadataConfig config;

  MetadataExamination(MetadataConfig config) {
    this.config = config;
  }

  @Override
  public String name() {
    return "metadata";
  }

  @Override
  public boolean online() {
    return true;
  }

  @Override
  public Uni<List<Finding>> examine() {
    Map<String, URI> known = new LinkedHashMap<>();
    known.put(ImdbapiProvider.NAME, config.imdbapi().baseUrl());
    known.put(OmdbProvider.NAME, config.omdb().baseUrl());
    known.put(TmdbProvider.NAME, config.tmdb().baseUrl());
    known.keySet().retainAll(config.providers());
    return Multi.createFrom()
        .iterable(known.entrySet())
        .onItem()
        .transformToUniAndMerge(one -> Reach.of(one.getKey(), one.getValue()))
        .collect()
        .asList();
  }
}
