package app.marquee.predictions;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How much each category counts in a total: 0 to {@link #GREATEST} each, at least one of them more
 * than 0. Only their ratio matters. Equal weights are written alike, so that a key's definition
 * changes with its numbers only.
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Weights(
    BigDecimal popularOpinion,
    BigDecimal awards,
    BigDecimal cultural,
    BigDecimal people,
    BigDecimal financial) {
  static final BigDecimal GREATEST = BigDecimal.valueOf(1_000_000);
  static final List<String> CATEGORIES =
      List.of("popular_opinion", "awards", "cultural", "people", "financial");

  /**
   * Of a profile that is gone: a statement that divides by their sum fails, which is no failure.
   */
  static final Weights NONE =
      new Weights(
          BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  public Weights {
    popularOpinion = plain(popularOpinion);
    awards = plain(awards);
    cultural = plain(cultural);
    people = plain(people);
    financial = plain(financial);
  }

  private static BigDecimal plain(BigDecimal weight) {
    BigDecimal stripped = weight.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** By category; one that is not named weighs nothing. */
  static Weights of(Map<String, BigDecimal> named) {
    List<BigDecimal> all =
        CATEGORIES.stream().map(category -> named.getOrDefault(category, BigDecimal.ZERO)).toList();
    return new Weights(all.get(0), all.get(1), all.get(2), all.get(3), all.get(4));
  }

  /** By category, in the order of {@link #CATEGORIES}: the binds of every statement that weighs. */
  Map<String, Object> binds() {
    Map<String, Object> binds = new LinkedHashMap<>();
    binds.put("popular_opinion", popularOpinion);
    binds.put("awards", awards);
    binds.put("cultural", cultural);
    binds.put("people", people);
    binds.put("financial", financial);
    return binds;
  }

  BigDecimal sum() {
    return Stream.of(popularOpinion, awards, cultural, people, financial)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
