package app.marquee.http;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Which problems an operation may answer with, read off what it takes and asks for. */
public final class ProblemAnswers {
  /** The extension by which an operation names statuses that cannot be read off it: 404,413. */
  public static final String EXTENSION = "x-problem";

  private static final String SCHEMA = "problem";

  /** Statuses of what may be otherwise a little later, such as a view that is not built yet. */
  private static final Set<Integer> PASSING = Set.of(404, 429, 503);

  private static final String REQUEST_ID = "X-Request-Id";

  private ProblemAnswers() {}

  /** One answer per status, with an example per code; and the list of types. */
  static void describe(Components components) {
    components
        .getSchemas()
        .get(SCHEMA)
        .getProperties()
        .get("type")
        .enumeration(
            Arrays.stream(ProblemCode.values())
                .<Object>map(code -> Problem.TYPES + code.slug())
                .toList());
    Map<Integer, String> titles = new TreeMap<>();
    for (ProblemCode code : ProblemCode.values()) {
      titles.merge(code.status(), code.title(), (some, more) -> some + "; or: " + more);
    }
    titles.forEach((status, title) -> components.addResponse(name(status), answer(status, title)));
    components.addResponse(name(0), answer(0, "Any other problem"));
  }

  private static String name(int status) {
    return status == 0 ? SCHEMA : SCHEMA + "-" + status;
  }

  private static APIResponse answer(int status, String title) {
    MediaType content = OASFactory.createMediaType();
    content.schema(OASFactory.createSchema().ref(SCHEMA));
    Arrays.stream(ProblemCode.values())
        .filter(code -> code.status() == status)
        .forEach(code -> example(code, content));
    APIResponse answer =
        OASFactory.createAPIResponse()
            .description(title)
            .addHeader(REQUEST_ID, OASFactory.createHeader().ref(REQUEST_ID));
    if (PASSING.contains(status)) {
      answer.addHeader("Retry-After", OASFactory.createHeader().ref("come_back"));
    }
    return answer.content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, content));
  }

  private static void example(ProblemCode code, MediaType content) {
    DocumentedExamples.find(SCHEMA + "-" + code.slug())
        .ifPresent(
            answer -> content.addExample(code.slug(), OASFactory.createExample().value(answer)));
  }

  static void document(String path, Operation operation) {
    for (int status : statuses(path, operation)) {
      operation
          .getResponses()
          .addAPIResponse(String.valueOf(status), OASFactory.createAPIResponse().ref(name(status)));
    }
    operation.getResponses().addAPIResponse("default", OASFactory.createAPIResponse().ref(name(0)));
  }

  private static Object extension(Operation operation, String name) {
    return operation.getExtensions() == null ? null : operation.getExtensions().get(name);
  }

  private static TreeSet<Integer> statuses(String path, Operation operation) {
    boolean query =
        operation.getParameters() != null
            && operation.getParameters().stream().anyMatch(p -> p.getIn() == Parameter.In.QUERY);
    boolean body = operation.getRequestBody() != null;
    boolean closed = operation.getSecurity() != null && !operation.getSecurity().isEmpty();
    // Its parameters may not be documented yet; whatever they are, others are refused.
    boolean view = extension(operation, ViewParameters.VIEW) != null;
    Object named = extension(operation, EXTENSION);
    return Stream.of(
            query || body || view ? Stream.of(400) : Stream.<Integer>empty(),
            closed ? Stream.of(401, 403) : Stream.<Integer>empty(),
            path.contains("{") ? Stream.of(404) : Stream.<Integer>empty(),
            body ? Stream.of(415) : Stream.<Integer>empty(),
            named == null
                ? Stream.<Integer>empty()
                : Stream.of(named.toString().split(",")).map(Integer::valueOf),
            Stream.of(503))
        .flatMap(statuses -> statuses)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
