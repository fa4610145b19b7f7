package app.marquee.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/**
 * Documents what every operation answers: a view's document by the schema of the view's name, the
 * headers it carries, the problems it may meet, and an example of each that was a real answer.
 *
 * <p>Schemas and headers: {@code META-INF/openapi.yaml}. Examples: {@code openapi/examples}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class DocumentedAnswers implements OASFilter {

  @Override
  public void filterOpenAPI(OpenAPI api) {
    ProblemAnswers.describe(api.getComponents());
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach((method, operation) -> document(api, path, method.name(), operation)));
  }

  private static void document(OpenAPI api, String path, String method, Operation operation) {
    DocumentedSessions.document(operation);
    ViewParameters.addNamed(api.getComponents(), operation);
    DocumentedViews.document(api.getComponents(), operation);
    ProblemAnswers.document(path, operation);
    String name = DocumentedExamples.name(method, path);
    new ArrayList<>(operation.getResponses().getAPIResponses().entrySet())
        .stream()
            .filter(response -> response.getKey().startsWith("2"))
            .filter(response -> response.getValue().getContent() != null)
            .flatMap(response -> response.getValue().getContent().getMediaTypes().values().stream())
            .forEach(content -> DocumentedExamples.find(name).ifPresent(content::setExample));
  }
}
