package app.marquee.proposals.metadata;

import app.marquee.http.FlagQuery;
import app.marquee.security.Roles;
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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the providers stand. */
@Path("/api/admin/metadata/providers")
@Tag(name = "admin")
@Produces(MediaType.APPLICATION_JSON)
public class MetadataProvidersResource {
  private final Providers providers;
  private final ProviderLedger ledger;

  MetadataProvidersResource(Providers providers, ProviderLedger ledger) {
    this.providers = providers;
    this.ledger = ledger;
  }

  /**
   * How one provider stands.
   *
   * @param breaker of this node: closed, open or half_open; null for one that is never called
   * @param pausedUntil on all nodes; null while it is not paused
   * @param budget calls a day of all nodes; null without a bound
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record ProviderState(
      String provider,
      String breaker,
      Instant pausedUntil,
      String pauseReason,
      Integer budget,
      int used) {}

  /** Those that are configured, in their order. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record ProviderStates(boolean success, List<ProviderState> providers) {}

  @GET
  @RolesAllowed({Roles.ADMIN, Roles.OPS})
  @Operation(
      summary = "The providers of metadata in their order: breakers, pauses, calls of the day")
  @APIResponse(
      responseCode = "200",
      description = "How they stand",
      content = @Content(schema = @Schema(ref = "metadata_providers")))
  public Uni<ProviderStates> providers(@Context RoutingContext request) {
    FlagQuery.none(request);
    return ledger
        .list()
        .map(
            entries -> {
              Map<String, ProviderLedger.Entry> known =
                  entries.stream()
                      .collect(
                          Collectors.toMap(ProviderLedger.Entry::provider, Function.identity()));
              return new ProviderStates(
                  true,
                  providers.chain().stream()
                      .map(provider -> state(provider, known.get(provider.name())))
                      .toList());
            });
  }

  private ProviderState state(MetadataProvider provider, ProviderLedger.Entry entry) {
    return new ProviderState(
        provider.name(),
        provider.breaker().map(state -> state.name().toLowerCase(Locale.ROOT)).orElse(null),
        entry == null ? null : entry.pausedUntil(),
        entry == null ? null : entry.reason(),
        providers.budget(provider.name()).orElse(null),
        entry == null ? 0 : entry.used());
  }
}
