package app.marquee.views;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MemorySqlTest {
  @RegisterExtension static final TestDatabase database = Node.database();

  @Test
  void replacedBuildsAndTheirSlicesLeaveTheMemoryWithThePublish() {
    Node node = new Node(database, Map.of());
    node.refresh();
    node.read(ProbeFeature.key("today", "all"));
    Node.body(node.read(ProbeFeature.key("today", "all")));
    long afterOne = node.memory.bytes();

    for (int i = 0; i < 5; i++) {
      Node.execute(
          database,
          "update probe_fact set name = name || 'x';"
              + "update source_version set version = version + 1, changed_at = clock_timestamp() where source = 'probe'");
      node.refresh();
      Node.body(node.read(ProbeFeature.key("today", "all")));
    }

    assertThat(node.memory.bytes()).isLessThan(afterOne * 5 / 4);
  }
}
