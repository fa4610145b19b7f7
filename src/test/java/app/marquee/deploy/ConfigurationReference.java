package app.marquee.deploy;

import app.marquee.db.LaunchSetting;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import io.smallrye.config.WithParentName;
import io.smallrye.config.common.utils.StringUtil;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every setting there is, told from the code that reads it. */
final class ConfigurationReference {
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Map<Class<?>, String> WORDS =
      Map.of(
          Duration.class, "duration",
          Instant.class, "instant",
          LocalTime.class, "time of day",
          URI.class, "URL",
          String.class, "text",
          Path.class, "path",
          boolean.class, "`true`, `false`",
          Boolean.class, "`true`, `false`");

  /** One setting: {@code property} in full. */
  record Setting(String property, String kind, String initial, String effect) {
    String variable() {
      return property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private String row() {
      return "| `%s`<br>`%s` | %s | %s | %s |\n"
          .formatted(variable(), property, kind, initial, effect)
          .replace("  |", " |");
    }
  }

  private final Javadoc javadoc;

  ConfigurationReference() throws IOException {
    javadoc = Javadoc.of(SOURCES, "Config");
  }

  /** The mappings, by prefix and name. */
  List<Class<?>> mappings() {
    return javadoc.mappings().stream()
        .<Class<?>>map(ConfigurationReference::load)
        .sorted(
            Comparator.<Class<?>, String>comparing(ConfigurationReference::prefix)
                .thenComparing(Class::getSimpleName))
        .toList();
  }

  List<Setting> settings(Class<?> mapping) {
    List<Setting> settings = new ArrayList<>();
    collect(mapping, prefix(mapping), settings);
    return settings;
  }

  List<Setting> launchSettings() throws IOException {
    Javadoc launch = Javadoc.of(SOURCES, "enum LaunchSetting");
    return Arrays.stream(LaunchSetting.values())
        .map(
            setting ->
                new Setting(
                    setting.key(), "text", "", launch.of(LaunchSetting.class, setting.name())))
        .toList();
  }

  String markdown(String preamble) throws IOException {
    StringBuilder text = new StringBuilder(preamble);
    text.append("\n## Start\n\nRead before anything else.\n\n");
    append(text, launchSettings());
    for (Class<?> mapping : mappings()) {
      text.append("\n## %s: `%s`\n\n".formatted(title(mapping), prefix(mapping)));
      text.append(javadoc.of(mapping)).append("\n\n");
      append(text, settings(mapping));
    }
    return text.toString();
  }

  private static void append(StringBuilder text, List<Setting> settings) {
    text.append("| setting | value | default | effect |\n|---|---|---|---|\n");
    settings.forEach(setting -> text.append(setting.row()));
  }

  static String prefix(Class<?> mapping) {
    return mapping.getAnnotation(ConfigMapping.class).prefix();
  }

  private static String title(Class<?> mapping) {
    return mapping.getSimpleName().replaceFirst("Config$", "");
  }

  private void collect(Class<?> type, String prefix, List<Setting> settings) {
    for (Method method : inOrder(type)) {
      String property = property(prefix, method);
      Class<?> returned = method.getReturnType();
      if (returned.isInterface() && returned.getName().startsWith("app.marquee.")) {
        collect(returned, property, settings);
      } else {
        settings.add(setting(property, method));
      }
    }
  }

  /** As the source has them; what a type inherits and does not repeat comes last. */
  private List<Method> inOrder(Class<?> type) {
    Map<String, Method> methods = new LinkedHashMap<>();
    for (String member : javadoc.members(type)) {
      Arrays.stream(type.getDeclaredMethods())
          .filter(method -> method.getName().equals(member) && !method.isBridge())
          .forEach(method -> methods.put(member, method));
    }
    for (Class<?> inherited : type.getInterfaces()) {
      inOrder(inherited).forEach(method -> methods.putIfAbsent(method.getName(), method));
    }
    return List.copyOf(methods.values());
  }

  private static String property(String prefix, Method method) {
    if (method.isAnnotationPresent(WithParentName.class)) {
      return prefix;
    }
    WithName name = method.getAnnotation(WithName.class);
    return prefix + "." + (name == null ? StringUtil.skewer(method.getName()) : name.value());
  }

  private Setting setting(String property, Method method) {
    WithDefault initial = method.getAnnotation(WithDefault.class);
    return new Setting(
        property,
        kind(method.getGenericReturnType(), method),
        initial == null ? "" : "`" + initial.value() + "`",
        effect(method.getDeclaringClass(), method.getName()));
  }

  private String effect(Class<?> type, String member) {
    String own = javadoc.of(type, member);
    return own.isEmpty()
        ? Arrays.stream(type.getInterfaces())
            .map(inherited -> effect(inherited, member))
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("")
        : own.replace("|", "\\|");
  }

  private static String kind(Type type, AnnotatedElement bounds) {
    if (type instanceof ParameterizedType generic) {
      Type argument = generic.getActualTypeArguments()[0];
      return generic.getRawType() == Optional.class
          ? kind(argument, bounds)
          : kind(argument, bounds) + ", several by commas";
    }
    Class<?> raw = (Class<?>) type;
    if (raw.isEnum()) {
      return Stream.of(raw.getEnumConstants())
          .map(
              constant ->
                  "`" + StringUtil.skewer(constant.toString()).toLowerCase(Locale.ROOT) + "`")
          .collect(Collectors.joining(", "));
    }
    Pattern pattern = bounds.getAnnotation(Pattern.class);
    String word = WORDS.getOrDefault(raw, isNumber(raw) ? "number" : "text");
    return word
        + limits(bounds)
        + (pattern == null ? "" : " like `" + pattern.regexp().replace("|", "\\|") + "`");
  }

  private static boolean isNumber(Class<?> type) {
    return type == int.class
        || type == long.class
        || type == double.class
        || type == OptionalInt.class
        || type == OptionalLong.class
        || Number.class.isAssignableFrom(type);
  }

  private static String limits(AnnotatedElement bounds) {
    List<String> limits = new ArrayList<>();
    if (bounds.isAnnotationPresent(Positive.class)) {
      limits.add(" > 0");
    }
    if (bounds.isAnnotationPresent(PositiveOrZero.class)) {
      limits.add(" ≥ 0");
    }
    if (bounds.isAnnotationPresent(Min.class)) {
      limits.add(" ≥ " + bounds.getAnnotation(Min.class).value());
    }
    if (bounds.isAnnotationPresent(Max.class)) {
      limits.add(" ≤ " + bounds.getAnnotation(Max.class).value());
    }
    return String.join(",", limits);
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
