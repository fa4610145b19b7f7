package app.marquee.views;

/** The run that answers a request; {@code joined} when it was already running. */
public record RunTicket(long id, boolean joined) {}
