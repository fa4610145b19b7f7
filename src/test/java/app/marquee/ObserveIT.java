package app.marquee;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.PackagedService;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One service as it runs in production, seen from outside: its log, its traces, its health. */
@Timeout(120)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ObserveIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String TOKEN = "a-token-of-the-operators-choice";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;

  private static final Queue<String> exported = new ConcurrentLinkedQueue<>();
  private static HttpServer receiver;
  private static PackagedService service;

  @BeforeAll
  static void start() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/v1/traces",
        exchange -> {
          // Protobuf keeps texts as they are; ids are bytes.
          byte[] body = exchange.getRequestBody().readAllBytes();
          exported.add(new String(body, StandardCharsets.ISO_8859_1));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    receiver.start();
    service =
        PackagedService.start(
            folder,
            Map.of(
                "MARQUEE_LOG", "json",
                "MARQUEE_DEMO", "false",
                "MARQUEE_ADMIN_TOKEN", TOKEN,
                "MARQUEE_TRACES", "http://127.0.0.1:" + receiver.getAddress().getPort(),
                "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "PT0.2S",
                "QUARKUS_HTTP_ACCESS_LOG_ENABLED", "true"));
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> service.get("/q/health/ready", null).statusCode() == 200);
  }

  @AfterAll
  static void stop() {
    service.close();
    receiver.stop(0);
  }

  @Test
  @Order(1)
  void everyLineOfTheLogIsAnObjectWithoutTheToken() {
    assertThat(service.output())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(read(line).get("message").isTextual()).isTrue())
        .noneMatch(line -> line.contains(TOKEN));
  }

  @Test
  @Order(2)
  void everyBuildOfTheFirstRunIsOneEvent() throws IOException {
    JsonNode keys =
        JSON.readTree(service.get("/api/admin/cache-status", TOKEN).body()).get("views");
    List<JsonNode> events =
        lines().stream()
            .filter(line -> line.path("loggerName").asText().equals("app.marquee.views.build"))
            .toList();

    Map<String, JsonNode> byKey = new HashMap<>();
    events.forEach(event -> byKey.put(event.at("/mdc/key").asText(), event.get("mdc")));
    List<JsonNode> built =
        StreamSupport.stream(keys.spliterator(), false)
            .filter(key -> key.hasNonNull("generation"))
            .toList();
    assertThat(built).hasSizeGreaterThan(60);
    for (JsonNode key : built) {
      JsonNode event = byKey.get(key.get("cache_key").asText());
      assertThat(event).as(key.get("cache_key").asText()).isInstanceOf(JsonNode.class);
      assertThat(event.get("outcome").asText()).isEqualTo("published");
      assertThat(event.get("generation").asLong()).isEqualTo(key.get("generation").asLong());
      assertThat(event.get("rows").asInt()).isEqualTo(key.get("record_count").asInt());
      assertThat(event.get("bytes").asLong()).isPositive();
      assertThat(event.get("build_ms").asInt()).isEqualTo(key.get("generation_time_ms").asInt());
      assertThat(event.get("run_id").asLong()).isPositive();
    }
  }

  @Test
  @Order(3)
  void aLineThatARequestCausesTellsItsIdAndItsTrace() throws IOException {
    service.send(
        HttpRequest.newBuilder()
            .header("X-Request-Id", "ask-me-about-it")
            .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01"),
        "/api/views");

    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(lines())
                    .filteredOn(
                        line -> line.at("/mdc/request_id").asText().equals("ask-me-about-it"))
                    .extracting(line -> line.at("/mdc/traceId").asText())
                    .containsOnly(TRACE));
  }

  @Test
  @Order(4)
  void spansAreExportedUnderTheTraceOfTheClient() throws IOException {
    service.send(
        HttpRequest.newBuilder().header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01"),
        "/api/views");

    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(exported)
                    .anyMatch(spans -> spans.contains(bytes(TRACE)) && spans.contains("marquee")));
  }

  @Test
  @Order(5)
  void withoutItsDatabaseItStaysReadyAndSaysSo() throws Exception {
    String page = "/api/parks/downtime";
    assertThat(service.get(page, null).statusCode()).isEqualTo(200);
    String postmaster =
        Files.readAllLines(folder.resolve("postgres").resolve("postmaster.pid")).get(0).strip();

    new ProcessBuilder("kill", "-INT", postmaster).inheritIO().start().waitFor();

    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> service.get("/q/health/group/database", null).statusCode() == 503);
    assertThat(service.get("/q/health/ready", null).statusCode()).isEqualTo(200);
    assertThat(service.get("/q/health/live", null).statusCode()).isEqualTo(200);
    assertThat(service.get(page, null).statusCode()).isEqualTo(200);
  }

  private static List<JsonNode> lines() {
    return service.output().stream().map(ObserveIT::read).toList();
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException("no JSON: " + line, e);
    }
  }

  private static String bytes(String hex) {
    StringBuilder bytes = new StringBuilder();
    for (int i = 0; i < hex.length(); i += 2) {
      bytes.append((char) Integer.parseInt(hex.substring(i, i + 2), 16));
    }
    return bytes.toString();
  }
}
