package app.marquee.parks.collect;

import static app.marquee.parks.Provider.QUEUE_TIMES;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.parks.collect.CycleReport.Failure;
import app.marquee.parks.collect.ProviderStub.Behaviour;
import app.marquee.parks.collect.ProviderStub.Capture;
import app.marquee.testkit.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything a provider may answer but what it should: one park of two. */
@QuarkusTest
class ProviderTroubleHttpTest {
  private static final Capture LANDS = new Capture("queue_times_park57_lands.json");
  private static final String PATH_57 = "/parks/57/queue_times.json";

  private TestDatabase database;
  private ProviderStub provider;
  private CollectFixture collect;

  @BeforeEach
  void startStub() throws IOException {
    database = TestDatabase.create();
    provider = new ProviderStub();
    collect = new CollectFixture(database, provider.uri());
    provider.says("/parks.json", new Capture("queue_times_parks.json"));
    provider.says(
        "/parks/9/queue_times.json",
        "{\"rides\": [{\"id\": 1, \"name\": \"One\", \"is_open\": true, \"wait_time\": 5}]}");
    collect.set("queue-times.parks", "57,9");
  }

  @AfterEach
  void stopStub() {
    provider.close();
    database.close();
  }

  @Test
  void silenceIsTriedThreeTimes() {
    collect.set("queue-times.timeout", "PT0.2S");
    assertThat(failing(provider.silence(), 3))
        .isEqualTo(failure(FailureReason.TIME_OUT, "no answer within PT0.2S"));
  }

  @Test
  void anAnswerThatDripsOnIsATimeOutToo() {
    collect.set("queue-times.timeout", "PT0.2S");
    assertThat(
            failing(
                exchange -> {
                  exchange.sendResponseHeaders(200, 0);
                  provider.drip(exchange, Duration.ofMillis(50));
                },
                3))
        .isEqualTo(failure(FailureReason.TIME_OUT, "no answer within PT0.2S"));
  }

  @Test
  void anAnswerThatFallsSilentIsATimeOutToo() {
    collect.set("queue-times.timeout", "PT0.2S");
    Behaviour silence = provider.silence();
    assertThat(
            failing(
                exchange -> {
                  exchange.sendResponseHeaders(200, 0);
                  exchange.getResponseBody().write('{');
                  exchange.getResponseBody().flush();
                  silence.answer(exchange);
                },
                3))
        .isEqualTo(failure(FailureReason.TIME_OUT, "no answer within PT0.2S"));
  }

  @Test
  void aBrokenConnectionIsTriedThreeTimes() {
    assertThat(failing(ProviderStub.hangUp(), 3).reason()).isEqualTo(FailureReason.CONNECTION);
  }

  @Test
  void theThirdAttemptMaySucceed() {
    provider.on(
        PATH_57,
        exchange -> {
          if (provider.asked(PATH_57) == 3) {
            ProviderStub.status(200, LANDS.text()).answer(exchange);
          }
        });

    assertThat(collect.collect(QUEUE_TIMES).failures()).isEmpty();
    assertThat(provider.asked(PATH_57)).isEqualTo(3);
  }

  @Test
  void anHttpErrorIsFinal() {
    for (int status : new int[] {429, 500}) {
      Failure failure = failing(ProviderStub.status(status, "{\"message\": \"no\"}"), 1);
      assertThat(failure.reason()).isEqualTo(FailureReason.HTTP_STATUS);
      assertThat(failure.message()).contains(String.valueOf(status));
    }
  }

  @Test
  void whatIsNotJsonIsFinal() {
    assertThat(failing(ProviderStub.status(200, "{\"rides\": [}"), 1).reason())
        .isEqualTo(FailureReason.UNREADABLE);
    assertThat(failing(ProviderStub.status(200, ""), 1))
        .isEqualTo(failure(FailureReason.UNREADABLE, "the answer is empty"));
  }

  @Test
  void anAnswerIsReadNoFurtherThanItsBound() {
    collect.set("max-answer", "1000000");
    assertThat(failing(ProviderStub.blanks(1 << 26), 1))
        .isEqualTo(failure(FailureReason.TOO_LARGE, "the answer is larger than 1000000 bytes"));
  }

  @Test
  void aWrongTypeIsRefusedWithParkAndFieldNamed() {
    assertThat(
            failing(
                ProviderStub.status(
                    200,
                    """
                    {"lands": [], "rides": [
                      {"id": 1, "name": "One", "is_open": true, "wait_time": 5},
                      {"id": 2, "name": "Two", "is_open": true, "wait_time": "5"}]}
                    """),
                1))
        .isEqualTo(failure(FailureReason.REFUSED, "ride 1: wait_time is not an integer"));
    assertThat(failing(ProviderStub.status(200, "{\"lands\": {}, \"rides\": []}"), 1))
        .isEqualTo(failure(FailureReason.REFUSED, "lands is not an array"));
    assertThat(failing(ProviderStub.status(200, "[]"), 1))
        .isEqualTo(failure(FailureReason.REFUSED, "the answer is not an object"));
  }

  @Test
  void anAnswerThatBreaksOffIsTriedThreeTimes() {
    Failure failure =
        failing(
            exchange -> {
              exchange.sendResponseHeaders(200, 1000);
              exchange.getResponseBody().write('{');
              exchange.getResponseBody().flush();
            },
            3);
    assertThat(failure.reason()).isEqualTo(FailureReason.CONNECTION);
  }

  /** Park 57 answers so; park 9 must not suffer. Each call is a slot of its own. */
  private Failure failing(Behaviour behaviour, int attempts) {
    provider.on(PATH_57, behaviour);
    collect.clock.tick(Duration.ofMinutes(10));
    int before = provider.asked(PATH_57);

    CycleReport report = collect.collect(QUEUE_TIMES);

    assertThat(provider.asked(PATH_57) - before).as("attempts").isEqualTo(attempts);
    assertThat(report.status()).isEqualTo("partial");
    assertThat(report.snapshots()).isEqualTo(1);
    assertThat(report.failures()).hasSize(1);
    return report.failures().get(0);
  }

  private static Failure failure(FailureReason reason, String message) {
    return new Failure("57", "live", reason, "queue-times park 57: " + message);
  }
}
