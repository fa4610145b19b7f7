package app.marquee.parks;

/** A provider's answer that cannot be taken; the message names park, ride and field. */
public final class FeedRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  FeedRefused(String message) {
    super(message);
  }
}
