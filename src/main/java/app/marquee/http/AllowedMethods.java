package app.marquee.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which methods an address takes, read from the resources: a 405 must name them, and the framework
 * does not.
 */
@ApplicationScoped
class AllowedMethods {
  private static final Pattern PARAMETER =
      Pattern.compile("\\{\\s*\\w+\\s*(?::\\s*((?:[^{}]|\\{[^{}]*})+))?}");

  private record Route(Pattern path, String method) {}

  private final List<Route> routes;

  AllowedMethods(BeanManager beans) {
    routes =
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
            .<Class<?>>map(bean -> bean.getBeanClass())
            .filter(type -> type.isAnnotationPresent(Path.class))
            .flatMap(
                type -> Arrays.stream(type.getMethods()).flatMap(method -> route(type, method)))
            .toList();
  }

  /** The value of {@code Allow} for a path; GET stands for HEAD, too. */
  String of(String path) {
    TreeSet<String> methods =
        routes.stream()
            .filter(route -> route.path().matcher(path).matches())
            .map(Route::method)
            .collect(Collectors.toCollection(TreeSet::new));
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    methods.add("OPTIONS");
    return String.join(", ", methods);
  }

  private static Stream<Route> route(Class<?> type, Method method) {
    String base = type.getAnnotation(Path.class).value();
    Path path = method.getAnnotation(Path.class);
    String template = path == null ? base : base + "/" + path.value();
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .filter(annotation -> annotation.isAnnotationPresent(HttpMethod.class))
        .map(
            annotation ->
                new Route(pattern(template), annotation.getAnnotation(HttpMethod.class).value()));
  }

  static Pattern pattern(String template) {
    String path = ("/" + template).replaceAll("/+", "/");
    String regex =
        PARAMETER
            .matcher(path)
            .replaceAll(
                m ->
                    Matcher.quoteReplacement(
                        "(?:" + (m.group(1) == null ? "[^/]+" : m.group(1).strip()) + ")"));
    return Pattern.compile(regex + "/?");
  }
}
