package app.marquee.web;

import io.quarkiverse.web.bundler.runtime.Bundle;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The pages: one document each, the same for everybody, which the scripts fill from the API. Asked
 * for anew each time and then mostly not modified, so that a new version is there at once.
 */
@ApplicationScoped
class Pages {
  private static final String TEMPLATE = "pages/page.html";
  private static final String SWAGGER_UI = "/docs/swagger";
  private static final String ASK_AGAIN = "no-cache";
  private static final int BEFORE_RESOURCES = -5_000;

  private final Bundle bundle;

  Pages(Bundle bundle) {
    this.bundle = bundle;
  }

  void stand(@Observes Router router) {
    String template = template();
    for (Page page : Page.values()) {
      StoredFile file = fill(template, page);
      router
          .route(page.path())
          .order(BEFORE_RESOURCES)
          .method(HttpMethod.GET)
          .method(HttpMethod.HEAD)
          .handler(request -> send(request, file));
    }
    router
        .route(SWAGGER_UI + "*")
        .order(BEFORE_RESOURCES)
        .handler(
            request -> {
              PageHeaders.onSwaggerUi(request.response());
              request.next();
            });
  }

  private static String template() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream in = loader.getResourceAsStream(TEMPLATE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** None of what is filled in comes from outside, so nothing is escaped. */
  private StoredFile fill(String template, Page page) {
    String html =
        template
            .replace("{title}", page.title())
            .replace("{description}", page.description())
            .replace("{page}", page.word())
            .replace("{theme}", bundle.script("theme"))
            .replace("{script}", bundle.script("app"))
            .replace("{style}", bundle.style("app"));
    return StoredFile.of("text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(RoutingContext request, StoredFile file) {
    PageHeaders.onPage(request.response());
    FileAnswer.send(request.request(), file, ASK_AGAIN);
  }
}
