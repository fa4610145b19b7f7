package app.marquee.views;

import java.time.Instant;

/**
 * That somebody has stopped the refreshing of a key, or of everything.
 *
 * @param reason what they said; null if nothing
 * @param since database time
 * @param by their name
 */
public record Pause(String reason, Instant since, String by) {}
