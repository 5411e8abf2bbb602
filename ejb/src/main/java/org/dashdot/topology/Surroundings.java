package org.dashdot.topology;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dashdot.imperfection.Needs;
import org.dashdot.signal.Labels;
import org.dashdot.topology.Edge.Fact;
import org.dashdot.topology.Node.Kind;

/**
 * What is known of what rests on what, in memory; seconds old at most. Learns from labels which
 * service runs where.
 */
@ApplicationScoped
public class Surroundings implements Needs {

  /** More than these are not learnt from labels: they would be names that change all the time. */
  private static final int MOST_LEARNT = 50_000;

  private static final int MOST = 200_000;
  private static final int LONGEST = 255;

  @Inject Topology topology;

  private final Set<Fact> heard = ConcurrentHashMap.newKeySet();
  private volatile Picture picture = new Picture(Set.of(), Set.of());
  private volatile String state = "";

  /**
   * The edges, by what rests and by what it rests on. What is needed follows from inventories
   * alone: labels tell of the one host that alerted, and not of the others that carry the service
   * as well.
   */
  private static final class Picture {
    private final Set<Fact> facts;
    private final Map<Node, List<Fact>> down;
    private final Map<Node, List<Fact>> up;
    private final Map<Node, List<Fact>> told;
    private final Set<String> lower;
    private final Set<Place> planned;

    Picture(Set<Fact> facts, Set<Fact> imported) {
      this.facts = facts;
      this.down = facts.stream().collect(Collectors.groupingBy(Fact::upper));
      this.up = facts.stream().collect(Collectors.groupingBy(Fact::lower));
      this.told = imported.stream().collect(Collectors.groupingBy(Fact::upper));
      this.lower = imported.stream().map(f -> f.lower().name()).collect(Collectors.toSet());
      this.planned =
          imported.stream()
              .flatMap(f -> Stream.of(f.upper(), f.lower()))
              .filter(node -> !node.name().isBlank())
              .map(Place::of)
              .collect(Collectors.toUnmodifiableSet());
    }
  }

  /** What something was reported of is remembered, where its labels name both service and host. */
  public void heard(Labels labels) {
    if (labels.host().isEmpty() || labels.service().isEmpty()) {
      return;
    }
    String host = labels.host().get();
    String service = labels.service().get();
    Fact fact =
        new Fact(new Node(Kind.SERVICE, service), Relation.RUNS_ON, new Node(Kind.HOST, host));
    boolean known = picture.facts.contains(fact);
    if (!known
        && host.length() <= LONGEST
        && service.length() <= LONGEST
        && picture.facts.size() + heard.size() < MOST_LEARNT) {
      heard.add(fact);
    }
  }

  /** Writes what was heard, and takes up what changed. */
  public void beat() {
    Set<Fact> fresh = new HashSet<>(heard);
    fresh.removeAll(picture.facts);
    if (!fresh.isEmpty()) {
      refresh();
      fresh.removeAll(picture.facts);
      topology.learn(fresh);
    }
    heard.removeAll(picture.facts);
    heard.removeAll(fresh);
    refresh();
  }

  private void refresh() {
    String now = topology.state();
    if (!now.equals(state)) {
      List<Edge> all = topology.all(MOST);
      picture =
          new Picture(
              all.stream().map(Edge::fact).collect(Collectors.toSet()),
              all.stream()
                  .filter(edge -> !edge.origin().equals(Edge.LABELS))
                  .map(Edge::fact)
                  .collect(Collectors.toSet()));
      state = now;
    }
  }

  /** What inventories name; another object whenever an edge came or went. */
  Set<Place> planned() {
    return picture.planned;
  }

  /** The edges at whatever has a place's name, in either direction. */
  public List<Fact> at(Place place) {
    Set<Fact> facts = new LinkedHashSet<>();
    for (Kind kind : Kind.values()) {
      Node node = new Node(kind, place.name());
      facts.addAll(picture.down.getOrDefault(node, List.of()));
      facts.addAll(picture.up.getOrDefault(node, List.of()));
    }
    return List.copyOf(facts);
  }

  /**
   * Edges down from what these labels name, and up to what rests on it; empty when none is known.
   */
  public List<Fact> around(Labels labels) {
    Set<Fact> facts = new LinkedHashSet<>();
    for (Node node : named(labels)) {
      facts.addAll(picture.down.getOrDefault(node, List.of()));
      facts.addAll(picture.up.getOrDefault(node, List.of()));
    }
    return List.copyOf(facts);
  }

  private static List<Node> named(Labels labels) {
    return labels
        .host()
        .map(host -> List.of(new Node(Kind.HOST, host), new Node(Kind.DEVICE, host)))
        .orElseGet(
            () -> labels.service().map(s -> List.of(new Node(Kind.SERVICE, s))).orElse(List.of()));
  }

  @Override
  public Set<String> of(Labels labels, Collection<String> among) {
    Set<String> needed = new HashSet<>();
    Deque<Node> ahead = new ArrayDeque<>(named(labels));
    Set<Node> seen = new HashSet<>(ahead);
    while (!ahead.isEmpty()) {
      for (Node below : needed(ahead.remove())) {
        if (seen.add(below)) {
          needed.add(below.name());
          ahead.add(below);
        }
      }
    }
    needed.retainAll(among);
    labels.host().ifPresent(needed::remove);
    return needed;
  }

  /** Of several to run on or be connected to one is enough, so none of them is needed. */
  private List<Node> needed(Node node) {
    Map<Relation, List<Fact>> below =
        picture.told.getOrDefault(node, List.of()).stream()
            .collect(
                Collectors.groupingBy(Fact::relation, LinkedHashMap::new, Collectors.toList()));
    return below.entrySet().stream()
        .filter(e -> e.getKey() == Relation.DEPENDS_ON || e.getValue().size() == 1)
        .flatMap(e -> e.getValue().stream())
        .map(Fact::lower)
        .toList();
  }

  /**
   * What the most of these rest on, directly or not, if it is at least half of them and three.
   *
   * @return the names with how many rest on each, the most first; empty when nothing stands out
   */
  public Map<String, Long> common(Collection<Labels> all) {
    Map<String, Long> counted =
        all.stream()
            .flatMap(labels -> of(labels, picture.lower).stream())
            .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    return counted.entrySet().stream()
        .filter(e -> e.getValue() >= 3 && e.getValue() * 2 >= all.size())
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(3)
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
  }
}
