package app.marquee.testkit;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A client of server-sent events, from its request until it goes away. */
public final class EventReader implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpResponse<InputStream> answer;
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private volatile int comments;
  private volatile boolean ended;

  /** What was sent between two empty lines. */
  public record Event(long id, String name, String data) {}

  private EventReader(HttpResponse<InputStream> answer) {
    this.answer = answer;
    Thread reader = new Thread(this::read, "event-reader");
    reader.setDaemon(true);
    reader.start();
  }

  /** {@code headers}: names and values in turn. */
  public static EventReader open(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
            .header("Accept", "text/event-stream");
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return new EventReader(
          HttpClient.newHttpClient()
              .send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    } catch (IOException e) {
      throw new AssertionError(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(path, e);
    }
  }

  public static EventReader openAsAdmin(String path) {
    return open(path, "Authorization", "Bearer " + TestTokens.ADMIN);
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      long id = 0;
      String name = "";
      String data = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String value = line.substring(line.indexOf(':') + 1);
        if (line.startsWith(":")) {
          comments++;
        } else if (line.startsWith("id:")) {
          id = Long.parseLong(value.strip());
        } else if (line.startsWith("event:")) {
          name = value.strip();
        } else if (line.startsWith("data:")) {
          data += value;
        } else if (line.isEmpty() && !data.isEmpty()) {
          events.add(new Event(id, name, data));
          data = "";
        }
      }
      ended = true;
    } catch (IOException e) {
      ended = false;
    }
  }

  public int status() {
    return answer.statusCode();
  }

  public String header(String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  /** What has come so far. */
  public List<Event> events() {
    return List.copyOf(events);
  }

  /** The first of these events, waited for. */
  public Event await(Predicate<Event> wanted) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> events.stream().filter(wanted).findFirst(), java.util.Optional::isPresent)
        .orElseThrow();
  }

  public Event awaitData(String part) {
    return await(event -> event.data().contains(part));
  }

  public void awaitComments(int more) {
    int before = comments;
    Awaitility.await().atMost(PATIENCE).until(() -> comments >= before + more);
  }

  /** Until the service has ended the stream. */
  public void awaitEnd() {
    Awaitility.await().atMost(PATIENCE).until(() -> ended);
  }

  @Override
  public void close() {
    try {
      answer.body().close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
