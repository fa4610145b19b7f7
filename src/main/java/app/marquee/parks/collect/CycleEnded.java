package app.marquee.parks.collect;

import app.marquee.parks.Provider;
import java.time.Duration;

/** Fired as a CDI event when a cycle of this node has ended and is logged. */
record CycleEnded(Provider provider, CycleReport report, Duration took) {}
