package app.marquee.views;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** What a read of a key comes to. */
public sealed interface Answer {

  /** A build with its bytes. */
  record Served(View view, Build build, Condition condition, Origin origin, Bytes bytes)
      implements Answer {}

  /**
   * There is no build and a read may not make one; {@code run} tells of one that is under way,
   * {@code trouble} of what went wrong with the last attempt, or of what holds the next one up.
   */
  record Missing(Key key, Optional<OpenRun> run, Optional<Reason> trouble) implements Answer {}

  /** There is no entity of the key's id. */
  record Unknown(Key key) implements Answer {}

  /** No build may be served and computing one failed or took too long. */
  record Unavailable(Key key, Reason reason, String detail, Duration retryAfter)
      implements Answer {}

  /** Where the bytes came from. */
  enum Origin {
    /** A stored build. */
    HIT,
    /** Computed for this read, since there was no build. */
    MISS,
    /** Computed for this read, since the build was too old. */
    STALE,
    /** Computed for this read, since the view cache is switched off. */
    BYPASS
  }

  /** Cuts and encodes slices of the answer; the first request for one pays for it. */
  interface Bytes {
    byte[] of(Slice slice);

    /**
     * The bytes if they are at hand, else null: lets a caller move the encoding off its event loop.
     */
    byte[] atHand(Slice slice);

    /** A slice of those rows alone that are wanted; cut anew each time. */
    Matching matching(Slice slice, Predicate<JsonNode> wanted);
  }

  /** A slice of some rows, and how many of them there are in all. */
  record Matching(byte[] bytes, int rows) {}
}
