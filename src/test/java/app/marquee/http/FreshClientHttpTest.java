package app.marquee.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that know nothing of the server yet, as scripts are. */
@QuarkusTest
class FreshClientHttpTest {
  private static final int CLIENTS = 200;

  @TestHTTPResource("/openapi")
  URI large;

  @Test
  @Timeout(120)
  void everyFirstAnswerComesWholeHoweverLargeItIs() throws Exception {
    int length = 0;
    for (int i = 0; i < CLIENTS; i++) {
      // By default it offers to go over to HTTP/2.
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .sendAsync(HttpRequest.newBuilder(large).build(), BodyHandlers.ofString())
              .get(10, TimeUnit.SECONDS);
      length = length == 0 ? answer.body().length() : length;
      assertThat(answer.body()).hasSize(length);
    }
    assertThat(length).isGreaterThan(50_000);
  }
}
