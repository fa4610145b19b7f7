package app.marquee.proposals.posters;

/**
 * Why there is no poster to be had.
 *
 * <p>{@link State#REFUSED}: it is not taken as it is or from where it is. {@link State#ERROR}: it
 * may be had another time.
 */
final class NoPoster extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** As {@code poster.state} has it. */
  enum State {
    NOT_FOUND,
    REFUSED,
    ERROR
  }

  private final State state;

  private NoPoster(State state, String why, Throwable cause) {
    // What decoders and hosts say may hold anything; this goes into a row and a log line.
    super(why.replaceAll("\\p{Cntrl}", " "), cause);
    this.state = state;
  }

  static NoPoster notFound(String why) {
    return new NoPoster(State.NOT_FOUND, why, null);
  }

  static NoPoster refused(String why) {
    return new NoPoster(State.REFUSED, why, null);
  }

  static NoPoster failed(String why, Throwable cause) {
    return new NoPoster(State.ERROR, why, cause);
  }

  State state() {
    return state;
  }
}
