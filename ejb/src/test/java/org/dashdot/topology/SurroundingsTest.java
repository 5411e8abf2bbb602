package org.dashdot.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dashdot.signal.Labels;
import org.dashdot.topology.Edge.Fact;
import org.junit.jupiter.api.Test;

class SurroundingsTest {

  private final List<Fact> stored = new ArrayList<>();

  private Surroundings known(String inventory) {
    stored.addAll(Inventory.read(inventory));
    Surroundings surroundings = new Surroundings();
    surroundings.topology =
        new Topology() {
          @Override
          public String state() {
            return "" + stored.size();
          }

          @Override
          public List<Edge> all(int most) {
            return stored.stream().map(f -> new Edge("x", f, java.time.Instant.EPOCH)).toList();
          }

          @Override
          public void learn(Collection<Fact> facts) {
            stored.addAll(facts);
          }
        };
    surroundings.beat();
    return surroundings;
  }

  private static Labels host(String name) {
    return Labels.of(Map.of("alertname", "A", "instance", name + ":9100"));
  }

  private static Labels service(String name) {
    return Labels.of(Map.of("alertname", "A", "service", name));
  }

  @Test
  void whatIsNeededIsFoundThroughAllThatLiesBetween() {
    Surroundings known =
        known(
            "checkout,runs on,web-1\nweb-1,connected to,switch-3\ncheckout,depends on,db\n"
                + "db,runs on,db-1");
    Set<String> all = Set.of("web-1", "switch-3", "db-1", "other");
    assertThat(known.of(service("checkout"), all))
        .containsExactlyInAnyOrder("web-1", "switch-3", "db-1");
    assertThat(known.of(host("web-1"), all)).containsExactly("switch-3");
    assertThat(known.of(host("switch-3"), all)).isEmpty();
    assertThat(known.of(host("unknown"), all)).isEmpty();
  }

  @Test
  void oneOfSeveralIsNotNeeded() {
    Surroundings known =
        known(
            "shop,runs on,web-1\nshop,runs on,web-2\n"
                + "web-1,connected to,switch-1\nweb-1,connected to,switch-2");
    Set<String> all = Set.of("web-1", "web-2", "switch-1", "switch-2");
    assertThat(known.of(service("shop"), all)).isEmpty();
    assertThat(known.of(host("web-1"), all)).isEmpty();
  }

  @Test
  void aCircleEnds() {
    Surroundings known = known("a,depends on,b\nb,depends on,a");
    assertThat(known.of(service("a"), Set.of("a", "b"))).contains("b");
  }

  @Test
  void labelsTellOnceWhatRunsWhere() {
    Surroundings known = known("x,runs on,y");
    Labels both = Labels.of(Map.of("service", "shop", "instance", "web-1:80"));
    known.heard(both);
    known.heard(both);
    known.beat();
    known.heard(both);
    known.beat();
    assertThat(stored).hasSize(2);
    assertThat(known.around(host("web-1"))).hasSize(1);
    assertThat(known.around(host("web-2"))).isEmpty();
  }

  @Test
  void whatMostRestOnStandsOut() {
    Surroundings known =
        known("a,connected to,s\nb,connected to,s\nc,connected to,s\nd,connected to,t");
    assertThat(known.common(List.of(host("a"), host("b"), host("c"), host("d"), host("e"))))
        .isEqualTo(Map.of("s", 3L));
    assertThat(known.common(List.of(host("a"), host("b")))).as("two are no rule").isEmpty();
  }
}
