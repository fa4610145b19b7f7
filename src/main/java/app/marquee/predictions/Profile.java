package app.marquee.predictions;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.vertx.mutiny.sqlclient.Row;

/**
 * Weights under a name. The slug is its identity in addresses and keys and never changes; a shipped
 * one ({@code isSystem}) may be weighed otherwise, but neither renamed nor deleted.
 *
 * @param fit what its fit came to, a JSON object; null for weights nobody fitted
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Profile(
    String slug,
    String name,
    String description,
    Weights weights,
    boolean isDefault,
    boolean isSystem,
    boolean active,
    @JsonRawValue String fit) {
  /** The slug of the one whose weights are learned. */
  static final String FITTED = "fitted";

  static Profile of(Row row) {
    return new Profile(
        row.getString("slug"),
        row.getString("name"),
        row.getString("description"),
        new Weights(
            row.getBigDecimal("popular_opinion"),
            row.getBigDecimal("awards"),
            row.getBigDecimal("cultural"),
            row.getBigDecimal("people"),
            row.getBigDecimal("financial")),
        row.getBoolean("is_default"),
        row.getBoolean("is_system"),
        row.getBoolean("active"),
        row.getString("fit"));
  }
}
