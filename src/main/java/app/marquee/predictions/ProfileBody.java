package app.marquee.predictions;

import app.marquee.http.Problem;
import app.marquee.http.ProblemCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A profile as somebody sends it: {@code {name, slug?, description?, weights, active?}}, nothing
 * else. Without a slug it gets one made of its name.
 */
record ProfileBody(String name, String slug, String description, Weights weights, boolean active) {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_DESCRIPTION = 500;
  private static final int LONGEST_SLUG = 40;
  private static final int DECIMALS = 6;
  private static final List<String> MEMBERS =
      List.of("name", "slug", "description", "weights", "active");

  /**
   * Errors: a problem 400 that names every member that is not as it should be.
   *
   * @param slug the slug in the address, which the body may repeat; null where the body chooses
   */
  static ProfileBody read(JsonNode body, String slug) {
    Faults faults = new Faults();
    requireObject(body);
    faults.unknown(body, MEMBERS, "");
    String name = text(body, "name", LONGEST_NAME, true, faults);
    String description = text(body, "description", LONGEST_DESCRIPTION, false, faults);
    String chosen = slug(body, slug, name, faults);
    Weights weights = weights(body.path("weights"), faults);
    if (body.has("active") && !body.get("active").isBoolean()) {
      faults.add("active", "must be true or false", List.of("true", "false"));
    }
    faults.check();
    return new ProfileBody(name, chosen, description, weights, body.path("active").asBoolean(true));
  }

  /** The weights of a body's {@code weights}, for those that have no more of a profile. */
  static Weights weights(JsonNode weights, Faults faults) {
    Map<String, BigDecimal> named = new HashMap<>();
    if (!weights.isObject()) {
      faults.add("weights", "must be an object of a number per category", Weights.CATEGORIES);
      return Weights.NONE;
    }
    faults.unknown(weights, Weights.CATEGORIES, "weights.");
    for (String category : Weights.CATEGORIES) {
      if (weights.has(category)) {
        String wrong = fault(weights.get(category));
        if (wrong == null) {
          named.put(category, weights.get(category).decimalValue());
        } else {
          faults.add("weights." + category, wrong, List.of("0…" + Weights.GREATEST));
        }
      }
    }
    Weights read = Weights.of(named);
    if (faults.none() && read.sum().signum() == 0) {
      faults.add("weights", "are all 0: at least one must count", null);
    }
    return read;
  }

  private static String fault(JsonNode weight) {
    if (!weight.isNumber() || !Double.isFinite(weight.doubleValue())) {
      return "must be a number";
    }
    BigDecimal value = weight.decimalValue();
    if (value.signum() < 0 || value.compareTo(Weights.GREATEST) > 0) {
      return "is out of range";
    }
    return value.stripTrailingZeros().scale() > DECIMALS
        ? "has more than " + DECIMALS + " decimals"
        : null;
  }

  static void requireObject(JsonNode body) {
    if (body == null || !body.isObject()) {
      throw Problem.of(ProblemCode.BODY_UNREADABLE, "the body must be a JSON object").asException();
    }
  }

  private static String text(
      JsonNode body, String member, int longest, boolean required, Faults faults) {
    JsonNode value = body.path(member);
    if (value.isMissingNode() && !required) {
      return "";
    }
    String text = value.isTextual() ? value.asText().strip() : "";
    boolean printable = text.codePoints().noneMatch(Character::isISOControl);
    if (!value.isTextual() || required && text.isEmpty() || text.length() > longest || !printable) {
      faults.add(member, "must be a text of at most " + longest + " characters", null);
    }
    return text;
  }

  private static String slug(JsonNode body, String given, String name, Faults faults) {
    String slug =
        body.has("slug")
            ? text(body, "slug", LONGEST_SLUG, true, faults)
            : given == null ? slugOf(name) : given;
    if (given != null && !slug.equals(given)) {
      faults.add("slug", "cannot be changed", List.of(given));
    } else if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*") || slug.length() > LONGEST_SLUG) {
      faults.add(
          "slug",
          "must be small letters, digits and single hyphens, at most " + LONGEST_SLUG,
          null);
    }
    return slug;
  }

  private static String slugOf(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    String slug = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return slug.substring(0, Math.min(slug.length(), LONGEST_SLUG)).replaceAll("^-|-$", "");
  }

  /** What is wrong with a body, member by member. */
  static final class Faults {
    private final List<Map<String, Object>> errors = new ArrayList<>();

    void add(String member, String message, List<String> allowed) {
      Map<String, Object> error = new LinkedHashMap<>();
      error.put("parameter", member);
      error.put("message", message);
      if (allowed != null) {
        error.put("allowed", allowed);
      }
      errors.add(error);
    }

    void unknown(JsonNode object, List<String> members, String prefix) {
      object
          .fieldNames()
          .forEachRemaining(
              name -> {
                if (!members.contains(name)) {
                  add(prefix + name, "is not a member here", members);
                }
              });
    }

    boolean none() {
      return errors.isEmpty();
    }

    void check() {
      if (!errors.isEmpty()) {
        throw Problem.of(ProblemCode.PARAMETER_INVALID, "see errors for each of them", errors)
            .asException();
      }
    }
  }
}
