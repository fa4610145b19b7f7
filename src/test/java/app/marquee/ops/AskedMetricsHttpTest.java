package app.marquee.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the alerts and the dashboard ask for is what the running application tells. */
@QuarkusTest
class AskedMetricsHttpTest {

  @Test
  void everyMetricOfAnAlertIsThere() {
    Set<String> asked = new TreeSet<>();
    Shipped.alerts()
        .values()
        .forEach(alert -> asked.addAll(Shipped.metrics(alert.get("expr").asText())));

    assertThat(Scrape.now().samples().keySet()).containsAll(asked);
  }

  @Test
  void everyMetricOfAPanelIsThere() {
    Set<String> asked = new TreeSet<>();
    Shipped.questions().forEach(question -> asked.addAll(Shipped.metrics(question)));

    assertThat(Scrape.now().samples().keySet()).containsAll(asked);
  }
}
