package app.marquee.views;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** The run that ended last, reads aside. */
public record EndedRun(
    @JsonProperty("log_id") long id,
    String status,
    @JsonProperty("refresh_started_at") Instant startedAt,
    @JsonProperty("refresh_completed_at") Instant completedAt,
    @JsonProperty("total_time_ms") Integer totalTimeMs) {}
