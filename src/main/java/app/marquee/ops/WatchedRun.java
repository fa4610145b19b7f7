package app.marquee.ops;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A run at one moment.
 *
 * @param document the whole run as JSON once it has ended; null if only its progress was told
 */
record WatchedRun(RunState state, String document) {

  static WatchedRun read(ObjectMapper json, String document) {
    try {
      return new WatchedRun(json.readValue(document, RunState.class), document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not what find_run.sql promises", e);
    }
  }

  WatchedRun or(WatchedRun next) {
    return state.or(next.state) == next.state ? next : this;
  }
}
