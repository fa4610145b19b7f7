package app.marquee.parks.collect;

import app.marquee.parks.Provider;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.VertxException;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.ws.rs.WebApplicationException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Calls of one provider: bounded in time and size, tried again when the connection is to blame.
 *
 * <p>Errors: {@link CallFailed}. An HTTP error is an answer, and final.
 */
final class ProviderCall {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<FailureReason> TRIED_AGAIN =
      Set.of(FailureReason.TIME_OUT, FailureReason.CONNECTION);
  private static final int DRIPPING = 2;
  private static final int LONGEST_CAUSE = 8;

  private final Duration timeout;
  private final int maxAnswer;
  private final TypedGuard<Uni<JsonNode>> guard;

  ProviderCall(CollectConfig config, Provider provider, Duration timeout) {
    this.timeout = timeout;
    this.maxAnswer = config.maxAnswer();
    this.guard =
        TypedGuard.create(new TypeLiteral<Uni<JsonNode>>() {})
            .withDescription(provider.word())
            .withRetry()
            .maxRetries(config.attempts() - 1)
            .maxDuration(0, ChronoUnit.MILLIS)
            .delay(config.retryAfter().toMillis(), ChronoUnit.MILLIS)
            .jitter(0, ChronoUnit.MILLIS)
            .withExponentialBackoff()
            .factor(2)
            .maxDelay(config.retryAtMost().toMillis(), ChronoUnit.MILLIS)
            .done()
            .whenException(failure -> TRIED_AGAIN.contains(reason(failure, 0)))
            .done()
            .withThreadOffload(false)
            .build();
  }

  /** More came than is taken. */
  private static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /**
   * A document without its end. The client tells a connection lost within an answer from its end
   * only now and then.
   */
  private static final class BrokenOff extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenOff(JsonEOFException cause) {
      super("the answer breaks off: " + cause.getOriginalMessage(), cause);
    }
  }

  Uni<JsonNode> json(Supplier<Multi<? extends byte[]>> request) {
    return Uni.createFrom()
        .deferred(() -> guard.get(() -> attempt(request)))
        .onFailure(failure -> !(failure instanceof CallFailed))
        .transform(this::failed);
  }

  private Uni<JsonNode> attempt(Supplier<Multi<? extends byte[]>> request) {
    return body(request).emitOn(Infrastructure.getDefaultWorkerPool()).map(ProviderCall::parse);
  }

  // The client itself ends a wait for the answer's beginning, and the connection with it. This ends
  // one that drips on: it cancels, which closes the connection too.
  private Uni<byte[]> body(Supplier<Multi<? extends byte[]>> request) {
    return Multi.createFrom()
        .deferred(request)
        .collect()
        .in(ByteArrayOutputStream::new, this::append)
        .map(ByteArrayOutputStream::toByteArray)
        .ifNoItem()
        .after(timeout.multipliedBy(DRIPPING))
        .fail();
  }

  private void append(ByteArrayOutputStream body, byte[] piece) {
    if (body.size() + piece.length > maxAnswer) {
      throw new TooLarge();
    }
    body.writeBytes(piece);
  }

  private static JsonNode parse(byte[] body) {
    if (body.length == 0) {
      throw new CallFailed(FailureReason.UNREADABLE, "the answer is empty", null);
    }
    try {
      return JSON.readTree(body);
    } catch (JsonEOFException e) {
      throw new BrokenOff(e);
    } catch (JsonProcessingException e) {
      throw new CallFailed(
          FailureReason.UNREADABLE, "the answer is not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new CallFailed(FailureReason.UNREADABLE, e.getMessage(), e);
    }
  }

  private CallFailed failed(Throwable failure) {
    FailureReason reason = reason(failure, 0);
    String message =
        switch (reason) {
          case TIME_OUT -> "no answer within " + timeout;
          case TOO_LARGE -> "the answer is larger than " + maxAnswer + " bytes";
          default -> failure.getMessage();
        };
    return new CallFailed(reason, String.valueOf(message), failure);
  }

  private static FailureReason reason(Throwable failure, int depth) {
    if (failure instanceof CallFailed told) {
      return told.reason();
    }
    if (failure instanceof WebApplicationException) {
      return FailureReason.HTTP_STATUS;
    }
    if (failure instanceof TooLarge) {
      return FailureReason.TOO_LARGE;
    }
    if (failure instanceof TimeoutException
        || failure instanceof java.util.concurrent.TimeoutException) {
      return FailureReason.TIME_OUT;
    }
    if (failure instanceof BrokenOff
        || failure instanceof IOException
        || failure instanceof VertxException) {
      return FailureReason.CONNECTION;
    }
    return failure.getCause() == null || depth == LONGEST_CAUSE
        ? FailureReason.UNEXPECTED
        : reason(failure.getCause(), depth + 1);
  }
}
