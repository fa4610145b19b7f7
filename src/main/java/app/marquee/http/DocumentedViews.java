package app.marquee.http;

import app.marquee.views.Catalog;
import app.marquee.views.View;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What an operation that serves views answers with, and under which headers. */
final class DocumentedViews {
  private static final List<String> HEADERS =
      List.of(
          "X-Cache-Hit",
          "X-Cache-Age",
          "X-Cache-Generation",
          "X-Cache-Source-Version",
          "X-Cache-Stale-Reason",
          "Cache-Status",
          "ETag",
          "Last-Modified",
          "Vary",
          "Cache-Control",
          "Server-Timing",
          "X-Request-Id",
          "Link");

  private DocumentedViews() {}

  static void document(Components components, Operation operation) {
    List<String> schemas = schemas(components, operation);
    if (schemas.isEmpty()) {
      return;
    }
    APIResponse ok = operation.getResponses().getAPIResponse("200");
    ok.description("The document, or the part of it that was asked for");
    ok.getContent()
        .getMediaTypes()
        .forEach((type, content) -> content.schema(schema(type, schemas)));
    APIResponse unchanged = OASFactory.createAPIResponse();
    unchanged.description("If-None-Match names the present document");
    for (String header : HEADERS) {
      ok.addHeader(header, OASFactory.createHeader().ref(header));
      unchanged.addHeader(header, OASFactory.createHeader().ref(header));
    }
    operation.getResponses().addAPIResponse("304", unchanged);
  }

  /** Of the views the operation names; of every stored view where it names no one in particular. */
  private static List<String> schemas(Components components, Operation operation) {
    Stream<String> views =
        Stream.of(ViewParameters.VIEW, ViewParameters.DOCUMENT)
            .filter(name -> operation.getExtensions() != null)
            .map(name -> operation.getExtensions().get(name))
            .filter(value -> value != null)
            .flatMap(value -> Stream.of(value.toString().split(",")));
    return views
        .flatMap(view -> view.equals(ViewParameters.ANY) ? stored() : Stream.of(view))
        .filter(components.getSchemas()::containsKey)
        .toList();
  }

  /** With keys or yet without: a profile may give a view its first. */
  private static Stream<String> stored() {
    return CDI.current().select(Catalog.class).get().views().stream()
        .filter(view -> !view.onDemand())
        .map(View::name);
  }

  private static Schema schema(String type, List<String> names) {
    Schema schema = OASFactory.createSchema();
    if (!type.equals(MediaType.APPLICATION_JSON)) {
      return schema
          .addType(Schema.SchemaType.STRING)
          .description("The rows of the JSON answer, their fields in the first line");
    }
    if (names.size() == 1) {
      return schema.ref(names.get(0));
    }
    names.forEach(name -> schema.addAnyOf(OASFactory.createSchema().ref(name)));
    return schema;
  }
}
