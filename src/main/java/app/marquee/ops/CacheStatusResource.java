package app.marquee.ops;

import app.marquee.db.ReplayClock;
import app.marquee.http.FlagQuery;
import app.marquee.views.Catalog;
import app.marquee.views.EndedRun;
import app.marquee.views.Feature;
import app.marquee.views.KeyReport;
import app.marquee.views.Triggers;
import app.marquee.views.ViewIndex;
import app.marquee.views.ViewMemory;
import app.marquee.views.ViewTraffic;
import app.marquee.views.ViewsConfig;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How fresh everything is, from this node's memory: cheap enough to poll every second. */
@Path("/api/admin/cache-status")
@Tag(name = "admin")
@Produces(MediaType.APPLICATION_JSON)
public class CacheStatusResource {
  private final Catalog catalog;
  private final ViewsConfig config;
  private final ViewIndex index;
  private final ViewMemory memory;
  private final ViewTraffic traffic;
  private final KeyReport report;
  private final Triggers triggers;
  private final ReplayClock replay;
  private final Clock clock;

  CacheStatusResource(
      Catalog catalog,
      ViewsConfig config,
      ViewIndex index,
      ViewMemory memory,
      ViewTraffic traffic,
      KeyReport report,
      Triggers triggers,
      ReplayClock replay,
      Clock clock) {
    this.catalog = catalog;
    this.config = config;
    this.index = index;
    this.memory = memory;
    this.traffic = traffic;
    this.report = report;
    this.triggers = triggers;
    this.replay = replay;
    this.clock = clock;
  }

  /** How many keys of a feature are in which state. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record FeatureCounts(
      String name, int totalViews, int freshViews, int staleViews, int missingViews) {}

  /** Which time it is for this service; {@code replay} unless that is the real one. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Time(Instant now, boolean replay) {}

  /** Counts and times of the whole; {@code views} is left out on request. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record CacheStatus(
      Time clock,
      boolean cacheEnabled,
      Refreshing refreshing,
      int totalViews,
      int freshViews,
      int staleViews,
      int missingViews,
      Instant lastRefresh,
      Integer lastRefreshDurationMs,
      String lastRefreshStatus,
      Instant nextRefresh,
      Double hitRate,
      long hits,
      long misses,
      long memoryBytes,
      List<FeatureCounts> features,
      @JsonInclude(JsonInclude.Include.NON_NULL) List<KeyReport.Line> views) {}

  @GET
  @RolesAllowed({"admin", "ops"})
  @Operation(
      summary = "State, age and reason of every key; counts, last and next refresh, hit rate")
  @Parameter(
      name = "detail",
      in = ParameterIn.QUERY,
      description = "Whether every key is told of.",
      schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "true"))
  @APIResponse(
      responseCode = "200",
      description = "How everything stands",
      content = @Content(schema = @Schema(ref = "cache_status")))
  public Uni<CacheStatus> status(@Context RoutingContext request) {
    boolean detail = FlagQuery.read(request, "detail", true);
    List<FeatureCounts> features = catalog.features().stream().map(this::counts).toList();
    EndedRun last = index.lastRun().orElse(null);
    long hits = traffic.hits();
    long misses = traffic.misses();
    return Uni.createFrom()
        .item(
            new CacheStatus(
                new Time(clock.instant(), replay.from().isPresent()),
                config.enabled(),
                Refreshing.of(index.refreshingPause()),
                features.stream().mapToInt(FeatureCounts::totalViews).sum(),
                features.stream().mapToInt(FeatureCounts::freshViews).sum(),
                features.stream().mapToInt(FeatureCounts::staleViews).sum(),
                features.stream().mapToInt(FeatureCounts::missingViews).sum(),
                last == null ? null : last.completedAt(),
                last == null ? null : last.totalTimeMs(),
                last == null ? null : last.status(),
                triggers.nextScheduled(),
                hits + misses == 0
                    ? null
                    : Math.round(10_000.0 * hits / (hits + misses)) / 10_000.0,
                hits,
                misses,
                memory.bytes(),
                features,
                detail ? catalog.keys().stream().map(report::of).toList() : null));
  }

  private FeatureCounts counts(Feature feature) {
    List<String> states =
        catalog.keysOf(feature).stream().map(key -> report.of(key).state()).toList();
    return new FeatureCounts(
        feature.name(),
        states.size(),
        count(states, "fresh"),
        count(states, "stale"),
        count(states, "missing"));
  }

  private static int count(List<String> states, String state) {
    return (int) states.stream().filter(state::equals).count();
  }
}
