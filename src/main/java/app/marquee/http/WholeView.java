package app.marquee.http;

import app.marquee.views.Answer;
import app.marquee.views.Slice;
import app.marquee.views.View;

/** The whole document of a key as {@code GET /api/views/{key}} sends it. */
public record WholeView(String etag, byte[] body) {

  public static WholeView of(Answer.Served served, Slice.Encoding encoding) {
    Slice slice = rows(slice(served.view(), encoding), served);
    return new WholeView(ViewHeaders.etag(served, slice), served.bytes().of(slice));
  }

  /** Every row in the default order, however many there will be. */
  static Slice slice(View view, Slice.Encoding encoding) {
    String order = view.isList() ? view.orders().get(0).field() : null;
    return new Slice(order, Integer.MAX_VALUE, 0, Slice.Format.JSON, encoding);
  }

  /** The same once their number is known: the page is as long as the build. */
  static Slice rows(Slice asked, Answer.Served served) {
    return new Slice(
        asked.order(),
        Math.max(1, served.build().recordCount()),
        0,
        asked.format(),
        asked.encoding());
  }
}
