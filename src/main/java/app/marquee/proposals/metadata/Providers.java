package app.marquee.proposals.metadata;

import app.marquee.films.FilmFacts;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

/** The providers that are configured, in their order. */
@Singleton
class Providers {
  static final int HITS = 10;

  private final MetadataConfig config;
  private final ProviderLedger ledger;
  private final UpstreamCalls calls;
  private final Clock clock;
  private final String version;
  private final List<MetadataProvider> chain;

  @Inject
  Providers(
      MetadataConfig config,
      ProviderLedger ledger,
      UpstreamCalls calls,
      Clock clock,
      Instance<FilmFacts> facts,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this(config, ledger, calls, clock, facts.stream().toList(), version);
  }

  Providers(
      MetadataConfig config,
      ProviderLedger ledger,
      UpstreamCalls calls,
      Clock clock,
      List<FilmFacts> facts,
      String version) {
    this.config = config;
    this.ledger = ledger;
    this.calls = calls;
    this.clock = clock;
    this.version = version;
    this.chain =
        config.providers().stream()
            .flatMap(
                name ->
                    name.equals(OfflineProvider.NAME)
                        ? facts.stream().map(known -> new OfflineProvider(known, HITS))
                        : List.of(remote(name)).stream())
            .map(MetadataProvider.class::cast)
            .toList();
  }

  List<MetadataProvider> chain() {
    return chain;
  }

  /** Calls a day; empty for one that is never called. */
  Optional<Integer> budget(String name) {
    return switch (name) {
      case ImdbapiProvider.NAME -> Optional.of(config.imdbapi().budgetPerDay());
      case OmdbProvider.NAME -> Optional.of(config.omdb().budgetPerDay());
      case TmdbProvider.NAME -> Optional.of(config.tmdb().budgetPerDay());
      default -> Optional.empty();
    };
  }

  private MetadataProvider remote(String name) {
    return switch (name) {
      case ImdbapiProvider.NAME ->
          new ImdbapiProvider(
              client(config.imdbapi(), ImdbapiApi.class),
              call(name, config.imdbapi()),
              config.imdbapi().batch());
      case OmdbProvider.NAME ->
          new OmdbProvider(
              client(config.omdb(), OmdbApi.class),
              call(name, config.omdb()),
              config.omdb().key().orElse(""));
      case TmdbProvider.NAME ->
          new TmdbProvider(
              client(config.tmdb(), TmdbApi.class),
              call(name, config.tmdb()),
              config.tmdb().key().orElse(""));
      default -> throw new IllegalArgumentException("no provider is called " + name);
    };
  }

  private ProviderCall call(String name, MetadataConfig.Source source) {
    return new ProviderCall(name, source, ledger, calls, clock);
  }

  // Without any, the request would ask for nothing at all.
  private static URI withPath(URI url) {
    return url.getPath().isEmpty() ? url.resolve("/") : url;
  }

  private <T> T client(MetadataConfig.Source source, Class<T> api) {
    return QuarkusRestClientBuilder.newBuilder()
        .baseUri(withPath(source.baseUrl()))
        .userAgent("Marquee/" + version + config.contact().map(at -> " (+" + at + ")").orElse(""))
        .connectTimeout(source.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
        .readTimeout(source.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
        .followRedirects(false)
        .enableCompression(true)
        // The client closes a connection that a body in pieces came over, sometimes after the next
        // call has been given it.
        .property(QuarkusRestClientProperties.KEEP_ALIVE_ENABLED, false)
        .build(api);
  }
}
