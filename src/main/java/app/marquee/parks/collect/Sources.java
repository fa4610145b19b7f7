package app.marquee.parks.collect;

import app.marquee.parks.ParkFeeds;
import app.marquee.parks.Provider;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The providers as they are configured; a client is made when its provider is first asked. */
@ApplicationScoped
class Sources {
  private final CollectConfig config;
  private final ParkFeeds feeds;
  private final String version;
  private final ConcurrentMap<Class<?>, Object> clients = new ConcurrentHashMap<>();
  private final ConcurrentMap<Provider, ProviderCall> calls = new ConcurrentHashMap<>();

  @Inject
  Sources(
      CollectConfig config,
      ParkFeeds feeds,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.config = config;
    this.feeds = feeds;
    this.version = version;
  }

  /** Those somebody named parks for. */
  List<Provider> configured() {
    return Arrays.stream(Provider.values())
        .filter(provider -> config(provider).parks().map(refs -> !refs.isEmpty()).orElse(false))
        .toList();
  }

  CollectConfig.Source config(Provider provider) {
    return switch (provider) {
      case THEMEPARKS_WIKI -> config.themeparksWiki();
      case QUEUE_TIMES -> config.queueTimes();
    };
  }

  /** For one cycle: what all its parks share is asked for once. */
  ParkSource open(Provider provider) {
    CollectConfig.Source source = config(provider);
    ProviderCall call =
        calls.computeIfAbsent(provider, one -> new ProviderCall(config, one, source.timeout()));
    return switch (provider) {
      case THEMEPARKS_WIKI -> new WikiSource(client(source, WikiApi.class), call, feeds);
      case QUEUE_TIMES -> new QueueTimesSource(client(source, QueueTimesApi.class), call, feeds);
    };
  }

  private <T> T client(CollectConfig.Source source, Class<T> api) {
    return api.cast(
        clients.computeIfAbsent(
            api,
            type ->
                QuarkusRestClientBuilder.newBuilder()
                    .baseUri(source.baseUrl())
                    .userAgent(userAgent())
                    .connectTimeout(source.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    .readTimeout(source.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    .build(type)));
  }

  private String userAgent() {
    return "Marquee/" + version + config.contact().map(at -> " (+" + at + ")").orElse("");
  }
}
