package app.marquee.proposals.posters;

import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The hosts posters come from. A name is resolved once, every address it has must be public, and
 * the connection goes to the one that was looked at; TLS checks the name.
 *
 * <p>Errors: {@link NoPoster}; {@code CircuitBreakerOpenException} of a host that has failed
 * several times and is left alone for a while.
 */
@ApplicationScoped
class PosterGateway {
  private static final int BREAKER_CALLS = 8;
  private static final double BREAKER_RATIO = 0.5;
  private static final int BREAKER_SECONDS = 30;
  private static final String ACCEPT = "image/webp,image/jpeg,image/png";

  private final PostersConfig config;
  private final Network network;
  private final HttpClient client;
  private final String agent;
  private final ConcurrentMap<String, TypedGuard<Uni<byte[]>>> guards = new ConcurrentHashMap<>();

  @Inject
  PosterGateway(
      Vertx vertx,
      PostersConfig config,
      Network network,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.config = config;
    this.network = network;
    this.client = vertx.createHttpClient(network.secure(options(config)));
    this.agent = "Marquee/" + version;
  }

  private static HttpClientOptions options(PostersConfig config) {
    int millis = Math.toIntExact(config.timeout().toMillis());
    return new HttpClientOptions()
        .setProtocolVersion(HttpVersion.HTTP_1_1)
        .setKeepAlive(false)
        .setDecompressionSupported(false)
        .setMaxPoolSize(config.concurrency())
        .setConnectTimeout(millis)
        .setSslHandshakeTimeout(millis)
        .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
  }

  Uni<byte[]> download(PosterUrl url) {
    TypedGuard<Uni<byte[]>> guard = guards.computeIfAbsent(url.host(), PosterGateway::guard);
    return Uni.createFrom().deferred(() -> guard.get(() -> attempt(url)));
  }

  private static TypedGuard<Uni<byte[]>> guard(String host) {
    return TypedGuard.create(new TypeLiteral<Uni<byte[]>>() {})
        .withDescription("posters of " + host)
        .withCircuitBreaker()
        .requestVolumeThreshold(BREAKER_CALLS)
        .failureRatio(BREAKER_RATIO)
        .delay(BREAKER_SECONDS, ChronoUnit.SECONDS)
        .when(PosterGateway::isOutage)
        .done()
        .withThreadOffload(false)
        .build();
  }

  // A host that says no works.
  private static boolean isOutage(Throwable failure) {
    return !(failure instanceof NoPoster no) || no.state() == NoPoster.State.ERROR;
  }

  // The deadline is Mutiny's: it cancels, which closes the connection of a host that drips on.
  private Uni<byte[]> attempt(PosterUrl url) {
    return Uni.createFrom()
        .item(() -> checked(url.host()))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .chain(address -> Download.of(client, request(url, address), config.maxBytes()))
        .ifNoItem()
        .after(config.timeout())
        .failWith(() -> NoPoster.failed("nothing within " + config.timeout(), null))
        .onFailure(failure -> !(failure instanceof NoPoster))
        .transform(failure -> NoPoster.failed(String.valueOf(failure.getMessage()), failure));
  }

  private InetAddress checked(String host) {
    List<InetAddress> addresses;
    try {
      addresses = network.resolve(host);
    } catch (UnknownHostException e) {
      throw NoPoster.failed("nobody knows the host " + host, e);
    }
    for (InetAddress address : addresses) {
      if (!network.isOpen(address)) {
        throw NoPoster.refused(host + " has an address that is not public");
      }
    }
    return addresses.get(0);
  }

  private RequestOptions request(PosterUrl url, InetAddress address) {
    return new RequestOptions()
        .setMethod(HttpMethod.GET)
        .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, network.port())))
        .setHost(url.host())
        .setPort(network.port())
        .setSsl(true)
        .setURI(url.target())
        .setFollowRedirects(false)
        .putHeader(HttpHeaders.ACCEPT, ACCEPT)
        .putHeader(HttpHeaders.USER_AGENT, agent);
  }
}
