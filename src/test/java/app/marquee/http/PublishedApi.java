package app.marquee.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Spliterators;
import java.util.stream.StreamSupport;

/** The published OpenAPI document, and whether an answer is as it says. */
final class PublishedApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SCHEMAS = "#/components/schemas/";
  private static final SchemaValidatorsConfig FORMATS_COUNT =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private final JsonNode document;
  private final Map<String, JsonSchema> schemas = new HashMap<>();

  PublishedApi(String document) {
    this.document = parse(document);
  }

  /** One method of one path. */
  record Operation(String method, String path, JsonNode node) {

    @Override
    public String toString() {
      return method + " " + path;
    }

    boolean documents(String status) {
      return node.path("responses").has(status);
    }

    /** Pictures and streams are no examples. */
    boolean answersNoText() {
      JsonNode content = node.at("/responses/200/content");
      return content.has("image/png") || content.has("text/event-stream");
    }

    /** The parameters that stand in {@code query} or {@code path}. */
    List<JsonNode> parameters(String in) {
      return StreamSupport.stream(node.path("parameters").spliterator(), false)
          .filter(parameter -> parameter.path("in").asText().equals(in))
          .toList();
    }

    /** The first of the roles that may do it; empty when everybody may. */
    String role() {
      JsonNode security = node.path("security").path(0);
      return security.path(security.has("token") ? "token" : "session").path(0).asText();
    }

    /** Whether success is told by more than a status. */
    boolean answersSomething() {
      return StreamSupport.stream(
              Spliterators.spliteratorUnknownSize(node.path("responses").fields(), 0), false)
          .anyMatch(one -> one.getKey().startsWith("2") && one.getValue().has("content"));
    }
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    document
        .path("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        operation ->
                            operations.add(
                                new Operation(
                                    operation.getKey(), path.getKey(), operation.getValue()))));
    // Doors that only the tests have; and a stream without an end, which has a test of its own.
    operations.removeIf(
        operation -> operation.path().matches("/api/(probe.*|(admin/)?testkit.*|events)"));
    return operations;
  }

  /** Whether a path takes a method. */
  boolean takes(String method, String path) {
    return document.path("paths").path(path).has(method);
  }

  /** The 2xx answer's example of each media type. */
  List<JsonNode> examples(Operation operation) {
    List<JsonNode> examples = new ArrayList<>();
    operation
        .node()
        .path("responses")
        .fields()
        .forEachRemaining(
            response -> {
              if (response.getKey().startsWith("2")) {
                resolve(response.getValue())
                    .path("content")
                    .forEach(content -> examples.add(content.path("example")));
              }
            });
    return examples;
  }

  /** Names of the problems' examples. */
  List<String> problemExamples() {
    List<String> names = new ArrayList<>();
    document
        .path("components")
        .path("responses")
        .forEach(
            response ->
                response
                    .path("content")
                    .path(Problem.MEDIA_TYPE)
                    .path("examples")
                    .fieldNames()
                    .forEachRemaining(names::add));
    return names;
  }

  /** Status, media type, headers and body are what the document says of this operation. */
  void assertPublished(Operation operation, String request, Response answer) {
    String what = request + " → " + answer.statusCode();
    String status = String.valueOf(answer.statusCode());
    JsonNode responses = operation.node().path("responses");
    assertThat(responses.has(status) || responses.has("default")).as(what).isTrue();
    JsonNode response = resolve(responses.path(responses.has(status) ? status : "default"));
    response
        .path("headers")
        .fields()
        .forEachRemaining(
            header -> {
              String value = answer.header(header.getKey());
              JsonNode published = resolve(header.getValue());
              assertThat(value != null || !published.path("required").asBoolean())
                  .as("%s: %s", what, header.getKey())
                  .isTrue();
              if (value != null) {
                assertValid(
                    what + ": " + header.getKey(), published.path("schema"), new TextNode(value));
              }
            });
    if (response.has("content")) {
      assertContent(what, response.path("content"), answer);
    } else {
      assertThat(answer.asString()).as(what).isEmpty();
    }
  }

  /** A body is of a media type and schema that the operation says it takes. */
  void assertSendable(Operation operation, PublishedCalls.Body body) {
    String what = operation + " ← " + body.text();
    JsonNode content = operation.node().path("requestBody").path("content").path(body.type());
    assertThat(content.isObject()).as("%s: %s", what, body.type()).isTrue();
    assertValid(what, content.path("schema"), value(body));
  }

  private static JsonNode value(PublishedCalls.Body body) {
    if (body.type().endsWith("/json")) {
      return parse(body.text());
    } else if (!body.type().equals(PublishedMembers.FORM)) {
      return new TextNode(body.text());
    }
    ObjectNode fields = JSON.createObjectNode();
    for (String field : body.text().split("&")) {
      fields.put(field.split("=")[0], field.split("=")[1]);
    }
    return fields;
  }

  private void assertContent(String what, JsonNode content, Response answer) {
    String type = answer.contentType().split(";")[0];
    assertThat(content.has(type)).as("%s: %s", what, type).isTrue();
    JsonNode body = type.endsWith("json") ? parse(answer.asString()) : text(answer);
    assertValid(what, content.path(type).path("schema"), body);
  }

  private static JsonNode text(Response answer) {
    return new TextNode(answer.asString());
  }

  private void assertValid(String what, JsonNode schema, JsonNode value) {
    assertThat(schema.isObject()).as("%s: a schema is published", what).isTrue();
    assertThat(faults(chosen(schema, value), value)).as(what).isEmpty();
  }

  /** Of any of several, the one named as the value's view: its faults alone can be read. */
  private static JsonNode chosen(JsonNode schema, JsonNode value) {
    String named = SCHEMAS + value.path("view").asText();
    return StreamSupport.stream(schema.path("anyOf").spliterator(), false)
        .filter(one -> one.path("$ref").asText().equals(named))
        .findFirst()
        .orElse(schema);
  }

  /** What a document has against the schema of a name. */
  Set<ValidationMessage> faults(String schema, JsonNode value) {
    return faults(JSON.createObjectNode().put("$ref", SCHEMAS + schema), value);
  }

  private Set<ValidationMessage> faults(JsonNode schema, JsonNode value) {
    return schemas.computeIfAbsent(schema.toString(), text -> validator(schema)).validate(value);
  }

  /** References that lead nowhere. */
  List<String> danglingReferences() {
    return document.findValuesAsText("$ref").stream()
        .filter(reference -> document.at(reference.substring(1)).isMissingNode())
        .toList();
  }

  boolean hasSchema(String name) {
    return document.path("components").path("schemas").has(name);
  }

  private JsonSchema validator(JsonNode schema) {
    ObjectNode root = schema.deepCopy();
    root.set("components", document.path("components"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(root, FORMATS_COUNT);
  }

  private JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }
}
