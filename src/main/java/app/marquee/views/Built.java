package app.marquee.views;

import java.time.Instant;

/** What became of one statement: a document, or why there is none. */
sealed interface Built {
  Key key();

  /**
   * A well-formed document, not yet through the gate.
   *
   * @param definition hash of what it was built by: what the key is bound to may change before it
   *     is published
   */
  record Ready(
      Key key,
      String definition,
      Document.Parsed parsed,
      String etag,
      Instant generatedAt,
      int millis)
      implements Built {
    byte[] body() {
      return parsed.document().body();
    }

    int recordCount(View view) {
      return view.arrays().isEmpty() ? 1 : parsed.document().rowCount();
    }
  }

  /** There is no entity of that id. */
  record Absent(Key key) implements Built {}

  /** The statement failed, or returned something its view does not declare. */
  record Failed(Key key, String message) implements Built {}
}
