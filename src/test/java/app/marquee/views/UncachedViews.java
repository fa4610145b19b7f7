package app.marquee.views;

import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;

/** The application's own engine as it answers with the view cache switched off. */
@Singleton
public class UncachedViews {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Catalog catalog;
  private final ViewServer server;

  UncachedViews(
      Catalog catalog,
      ViewIndex index,
      ViewMemory memory,
      Bodies bodies,
      Judge judge,
      LiveBuilds live,
      OnDemand onDemand,
      Coherence coherence,
      DatabaseTime time) {
    ViewsConfig off =
        new SmallRyeConfigBuilder()
            .withMapping(ViewsConfig.class)
            .withDefaultValues(Map.of("marquee.views.enabled", "false"))
            .build()
            .getConfigMapping(ViewsConfig.class);
    this.catalog = catalog;
    this.server =
        new ViewServer(catalog, off, index, memory, bodies, judge, live, onDemand, coherence, time);
  }

  /** Every row of a key in its default order, in the envelope of an answer. */
  public byte[] body(String name) {
    Key key = catalog.findKey(name).orElseThrow();
    Answer.Served served = (Answer.Served) server.read(key).await().atMost(PATIENCE);
    if (served.origin() != Answer.Origin.BYPASS) {
      throw new AssertionError(name + " came from " + served.origin());
    }
    View view = served.view();
    String order = view.isList() ? view.orders().get(0).field() : null;
    int rows = served.build().recordCount();
    return served.bytes().of(new Slice(order, rows, 0, Slice.Format.JSON, Slice.Encoding.IDENTITY));
  }
}
