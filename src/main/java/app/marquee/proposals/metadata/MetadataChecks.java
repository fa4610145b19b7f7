package app.marquee.proposals.metadata;

import app.marquee.db.StartRefused;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What no provider can be asked with, refused with one line before anything is served. */
@Singleton
class MetadataChecks {
  private static final int BEFORE_ALL_WORK = 2;
  private static final String KEYS = "marquee.proposals.metadata.";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final MetadataConfig config;

  MetadataChecks(MetadataConfig config) {
    this.config = config;
  }

  void check(@Observes @Priority(BEFORE_ALL_WORK) StartupEvent start) {
    complaint(config)
        .ifPresent(
            line -> {
              throw new StartRefused(line);
            });
  }

  static Optional<String> complaint(MetadataConfig config) {
    List<String> names = config.providers();
    if (names.stream().distinct().count() < names.size()) {
      return Optional.of(KEYS + "providers names one of them twice");
    }
    return names.stream()
        .map(name -> complaint(config, name))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> complaint(MetadataConfig config, String name) {
    return switch (name) {
      case OfflineProvider.NAME -> Optional.empty();
      case ImdbapiProvider.NAME -> badUrl(config, name, config.imdbapi());
      case OmdbProvider.NAME ->
          badUrl(config, name, config.omdb()).or(() -> noKey(name, config.omdb()));
      case TmdbProvider.NAME ->
          badUrl(config, name, config.tmdb()).or(() -> noKey(name, config.tmdb()));
      default ->
          Optional.of(KEYS + "providers has '" + name + "'; known: imdbapi, omdb, tmdb, offline");
    };
  }

  private static Optional<String> badUrl(
      MetadataConfig config, String name, MetadataConfig.Source source) {
    URI url = source.baseUrl();
    boolean plain = "http".equals(url.getScheme()) && url.getHost() != null;
    boolean safe = "https".equals(url.getScheme()) && url.getHost() != null;
    if (safe || plain && (config.allowHttp() || LOOPBACK.contains(url.getHost()))) {
      return Optional.empty();
    }
    return Optional.of(
        KEYS + name + ".base-url must be https; http only on this machine, or with allow-http");
  }

  private static Optional<String> noKey(String name, MetadataConfig.Source source) {
    return source.key().filter(key -> !key.isBlank()).isPresent()
        ? Optional.empty()
        : Optional.of(KEYS + name + ".key is missing: " + name + " answers nobody without one");
  }
}
