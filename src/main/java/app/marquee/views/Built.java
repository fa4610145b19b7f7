package app.marquee.views;

import java.time.Instant;

/** What became of one statement: a document, or why there is none. */
sealed interface Built {
  Key key();

  /** A well-formed document, not yet through the gate. */
  record Ready(Key key, Document.Parsed parsed, String etag, Instant generatedAt, int millis)
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
