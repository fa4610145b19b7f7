package app.marquee.proposals.metadata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.VertxException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads what a provider sends as it comes in, no further than allowed. Errors: CallFailed. */
final class AnswerReader {
  static final int OK = 200;
  static final int UNAUTHORIZED = 401;
  static final int FORBIDDEN = 403;
  static final int NOT_FOUND = 404;
  static final int TOO_MANY = 429;

  private static final int SERVER_ERROR = 500;
  private static final ObjectMapper JSON = new ObjectMapper();

  // The guard's own time-out only tells us; this one ends the connection. It comes just before.
  private static final double OF_THE_TIMEOUT = 0.95;

  private final MetadataConfig.Source source;
  private final Clock clock;

  AnswerReader(MetadataConfig.Source source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  /** An answer; {@code body} is missing unless the status is 200. */
  record Answer(int status, Optional<Duration> retryAfter, JsonNode body) {}

  Uni<Answer> read(Supplier<Multi<? extends byte[]>> request) {
    return Multi.createFrom()
        .deferred(request)
        .collect()
        .in(ByteArrayOutputStream::new, this::append)
        .map(ByteArrayOutputStream::toByteArray)
        .ifNoItem()
        .after(Duration.ofMillis((long) (source.timeout().toMillis() * OF_THE_TIMEOUT)))
        .fail()
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(bytes -> new Answer(OK, Optional.empty(), parse(bytes)))
        .onFailure(WebApplicationException.class)
        .recoverWithUni(failure -> refusal(((WebApplicationException) failure).getResponse()))
        .onFailure(failure -> !(failure instanceof CallFailed))
        .transform(this::failed);
  }

  private void append(ByteArrayOutputStream body, byte[] piece) {
    if (body.size() + piece.length > source.maxAnswer()) {
      throw new CallFailed(
          "the answer is larger than " + source.maxAnswer() + " bytes", false, null, null);
    }
    body.writeBytes(piece);
  }

  private static JsonNode parse(byte[] bytes) {
    try {
      JsonNode body = JSON.readTree(bytes);
      if (!body.isObject()) {
        throw new CallFailed("the answer is not a JSON object", false, null, null);
      }
      return body;
    } catch (JsonEOFException e) {
      throw new CallFailed("the answer breaks off", true, null, e);
    } catch (JsonProcessingException e) {
      throw new CallFailed("the answer is not JSON", false, null, e);
    } catch (IOException e) {
      throw new CallFailed("the answer cannot be read", false, null, e);
    }
  }

  private Uni<Answer> refusal(Response response) {
    Optional<Duration> after =
        RetryAfter.read(response.getHeaderString(HttpHeaders.RETRY_AFTER), clock);
    if (response.getStatus() >= SERVER_ERROR) {
      return Uni.createFrom()
          .failure(
              new CallFailed(
                  "it answered with status " + response.getStatus(),
                  true,
                  after.orElse(null),
                  null));
    }
    return Uni.createFrom().item(new Answer(response.getStatus(), after, JSON.missingNode()));
  }

  private Throwable failed(Throwable failure) {
    if (failure instanceof TimeoutException
        || failure instanceof ProcessingException late
            && late.getCause() instanceof java.util.concurrent.TimeoutException) {
      return new CallFailed("no answer within " + source.timeout(), true, null, failure);
    }
    return isOfTheConnection(failure)
        ? new CallFailed("the connection failed: " + failure.getMessage(), true, null, failure)
        : failure;
  }

  private static boolean isOfTheConnection(Throwable failure) {
    return failure instanceof ProcessingException
        || failure instanceof IOException
        || failure instanceof VertxException;
  }
}
