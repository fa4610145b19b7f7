package app.marquee.views;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;

/** Slices of a document nobody keeps. */
record UnheldBytes(View view, Build build, Document document) implements Answer.Bytes {

  @Override
  public byte[] of(Slice slice) {
    return SliceEncoder.encode(view, build, document, slice);
  }

  @Override
  public byte[] atHand(Slice slice) {
    return null;
  }

  @Override
  public Answer.Matching matching(Slice slice, Predicate<JsonNode> wanted) {
    return SliceEncoder.matching(view, build, document, slice, wanted);
  }
}
