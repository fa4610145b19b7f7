package app.marquee.proposals.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.RateLimitException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * Calls of one provider: guarded, counted and bounded in time and size. Whatever it answers is a
 * {@link Reply}; when it wants to be left alone it is paused for all nodes.
 *
 * <p>Errors: those of our own database.
 */
final class ProviderCall {
  private static final Duration UNTIL_A_KEY_IS_CHANGED = Duration.ofHours(1);
  private static final Duration UNTIL_IT_IS_LESS_BUSY = Duration.ofMinutes(1);
  private static final Duration SOON = Duration.ofMinutes(1);

  private final String provider;
  private final MetadataConfig.Source source;
  private final ProviderLedger ledger;
  private final UpstreamCalls calls;
  private final ProviderGuard guard;
  private final AnswerReader reader;

  ProviderCall(
      String provider,
      MetadataConfig.Source source,
      ProviderLedger ledger,
      UpstreamCalls calls,
      Clock clock) {
    this.provider = provider;
    this.source = source;
    this.ledger = ledger;
    this.calls = calls;
    this.guard = new ProviderGuard(provider, source);
    this.reader = new AnswerReader(source, clock);
  }

  /** What the texts of a provider mean that says with status 200 what others say otherwise. */
  interface Reading {
    /** {@code Answered}, {@code Nothing}, or why it is to be paused. */
    Meaning of(JsonNode body);
  }

  /** What a body means. */
  enum Meaning {
    ANSWER,
    NOTHING,
    QUOTA_SPENT,
    KEY_REFUSED
  }

  /** With patience: waits for its turn, tries again what is passing. */
  Uni<Reply> ask(Supplier<Multi<? extends byte[]>> request, Reading reading) {
    return told(guard.inBackground(() -> attempt(request, reading)));
  }

  /** For somebody who waits: one attempt, now or not at all. */
  Uni<Reply> askOnce(Supplier<Multi<? extends byte[]>> request, Reading reading) {
    return told(guard.once(() -> attempt(request, reading)));
  }

  CircuitBreakerState breaker() {
    return guard.breaker();
  }

  private Uni<Reply> attempt(Supplier<Multi<? extends byte[]>> request, Reading reading) {
    return ledger
        .take(provider, source.budgetPerDay())
        .chain(
            withheld ->
                withheld
                    .map(not -> Uni.createFrom().<Reply>item(not))
                    .orElseGet(() -> call(request, reading)));
  }

  private Uni<Reply> call(Supplier<Multi<? extends byte[]>> request, Reading reading) {
    return reader
        .read(request)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(answer -> meant(answer, reading))
        .invoke(reply -> calls.count(provider, reply.word()))
        .onFailure(CallFailed.class)
        .invoke(() -> calls.count(provider, "failed"));
  }

  private Reply meant(AnswerReader.Answer answer, Reading reading) {
    if (answer.status() == AnswerReader.OK) {
      return switch (reading.of(answer.body())) {
        case ANSWER -> new Reply.Answered(answer.body());
        case NOTHING -> new Reply.Nothing();
        case QUOTA_SPENT -> new Reply.Paused("its quota of the day is spent", ledger.dayTurns());
        case KEY_REFUSED -> keyRefused();
      };
    }
    return switch (answer.status()) {
      case AnswerReader.NOT_FOUND -> new Reply.Nothing();
      // OMDb says so of a spent quota too, and the body that would tell them apart is not read.
      case AnswerReader.UNAUTHORIZED ->
          new Reply.Paused("it refuses our key, or its quota is spent", ledger.dayTurns());
      case AnswerReader.FORBIDDEN -> keyRefused();
      case AnswerReader.TOO_MANY ->
          new Reply.Paused(
              "it answered too many requests",
              ledger.in(answer.retryAfter().orElse(UNTIL_IT_IS_LESS_BUSY)));
      default -> new Reply.Refused(answer.status());
    };
  }

  private Reply keyRefused() {
    return new Reply.Paused("it refuses our key", ledger.in(UNTIL_A_KEY_IS_CHANGED));
  }

  private Uni<Reply> told(Uni<Reply> guarded) {
    return guarded
        .onFailure(CircuitBreakerOpenException.class)
        .recoverWithItem(
            () -> new Reply.Withheld("its breaker is open", ledger.in(source.breakerDelay())))
        .onFailure(RateLimitException.class)
        .recoverWithItem(() -> new Reply.Withheld("too many calls a second", ledger.in(SOON)))
        .onFailure(BulkheadException.class)
        .recoverWithItem(() -> new Reply.Withheld("too many calls at once", ledger.in(SOON)))
        .onFailure(TimeoutException.class)
        .recoverWithItem(() -> new Reply.Failed("no answer within " + source.timeout()))
        .onFailure(CallFailed.class)
        .recoverWithUni(failure -> failed((CallFailed) failure))
        .call(this::pause)
        .invoke(this::countWithheld);
  }

  private Uni<Reply> failed(CallFailed failure) {
    return Uni.createFrom()
        .item(
            failure
                .retryAfter()
                .<Reply>map(after -> new Reply.Paused(failure.getMessage(), ledger.in(after)))
                .orElseGet(() -> new Reply.Failed(failure.getMessage())));
  }

  private Uni<Void> pause(Reply reply) {
    return reply instanceof Reply.Paused paused
        ? ledger.pause(provider, paused.until(), paused.reason())
        : Uni.createFrom().voidItem();
  }

  private void countWithheld(Reply reply) {
    if (reply instanceof Reply.Withheld) {
      calls.count(provider, reply.word());
    }
  }
}
