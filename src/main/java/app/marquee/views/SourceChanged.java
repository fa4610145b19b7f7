package app.marquee.views;

/** Fired as a CDI event after a transaction that bumped this source's version has committed. */
public record SourceChanged(String source) {}
