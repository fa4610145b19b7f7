package app.marquee.web;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The scripts and styles of the pages. Their names carry a hash of what is in them, so whoever has
 * one keeps it for a year; they are read and compressed once, at their first request.
 */
@ApplicationScoped
class Assets {
  private static final String FOLDER = "/static/bundle/";
  private static final Pattern NAME = Pattern.compile("[\\w.-]+-[0-9A-Z]{8}\\.(js|css|svg)");
  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final int BEFORE_STATIC_RESOURCES = -5_000;

  private final Map<String, StoredFile> files = new ConcurrentHashMap<>();
  private final Vertx vertx;

  Assets(Vertx vertx) {
    this.vertx = vertx;
  }

  void stand(@Observes Router router) {
    router.get(FOLDER + "*").order(BEFORE_STATIC_RESOURCES).handler(this::answer);
    router.head(FOLDER + "*").order(BEFORE_STATIC_RESOURCES).handler(this::answer);
  }

  private void answer(RoutingContext context) {
    Matcher name = NAME.matcher(context.normalizedPath().substring(FOLDER.length()));
    if (!name.matches()) {
      context.next();
      return;
    }
    StoredFile known = files.get(name.group());
    if (known != null) {
      send(context, known);
      return;
    }
    vertx
        .executeBlocking(() -> read(name.group(), name.group(1)))
        .onSuccess(file -> file.ifPresentOrElse(found -> send(context, found), context::next))
        .onFailure(context::fail);
  }

  private Optional<StoredFile> read(String name, String kind) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream in = loader.getResourceAsStream("META-INF/resources" + FOLDER + name)) {
      if (in == null) {
        return Optional.empty();
      }
      StoredFile file = StoredFile.of(contentType(kind), in.readAllBytes());
      files.put(name, file);
      return Optional.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String contentType(String kind) {
    return switch (kind) {
      case "js" -> "text/javascript; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      default -> "image/svg+xml";
    };
  }

  private static void send(RoutingContext context, StoredFile file) {
    FileAnswer.send(context.request(), file, FOR_EVER);
  }
}
