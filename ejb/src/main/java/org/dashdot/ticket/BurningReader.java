package org.dashdot.ticket;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dashdot.access.Actor;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.imperfection.Imperfection;
import org.dashdot.imperfection.Imperfections;
import org.dashdot.imperfection.Suppression;
import org.dashdot.imperfection.Suppressions;
import org.dashdot.signal.Labels;

/** What burns now, and what of it is suppressed by what. */
@Stateless
public class BurningReader {

  @Inject Imperfections imperfections;
  @Inject Suppressions suppressions;

  /**
   * One burning imperfection.
   *
   * @param silencedBy the ids of the windows that suppress it
   * @param inhibitedBy the fingerprints of what speaks for it
   * @param reasons why it is suppressed, in words; empty when it is not
   */
  public record Row(
      Imperfection imperfection,
      List<String> silencedBy,
      List<String> inhibitedBy,
      List<String> reasons) {

    public boolean suppressed() {
      return !reasons.isEmpty();
    }
  }

  /**
   * @param most so many at most, those that were seen first last
   */
  public List<Row> burning(Predicate<Labels> such, int most, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    List<Imperfection> found =
        imperfections.byId(newest(imperfections.burning(such), most)).stream()
            .sorted(Comparator.comparing(Imperfection::startsAt).reversed())
            .toList();
    Map<Long, List<Suppression>> holding =
        suppressions.holding(found.stream().map(Imperfection::id).toList()).stream()
            .collect(Collectors.groupingBy(Suppression::imperfectionId));
    Map<Long, String> prints = fingerprints(holding);
    return found.stream()
        .map(i -> row(i, holding.getOrDefault(i.id(), List.of()), prints))
        .toList();
  }

  private List<Long> newest(Set<Long> ids, int most) {
    return ids.stream().sorted(Comparator.reverseOrder()).limit(most).toList();
  }

  private Row row(Imperfection imperfection, List<Suppression> by, Map<Long, String> prints) {
    List<String> windows = new ArrayList<>();
    List<String> inhibitors = new ArrayList<>();
    for (Suppression suppression : by) {
      if (suppression.windowId() != null) {
        windows.add(suppressions.byId(suppression.windowId()).uuid());
      } else if (suppression.inhibitorId() != null) {
        inhibitors.add(prints.get(suppression.inhibitorId()));
      }
    }
    return new Row(
        imperfection, windows, inhibitors, by.stream().map(Suppression::reason).toList());
  }

  private Map<Long, String> fingerprints(Map<Long, List<Suppression>> holding) {
    List<Long> inhibitors =
        holding.values().stream()
            .flatMap(List::stream)
            .map(Suppression::inhibitorId)
            .filter(id -> id != null)
            .distinct()
            .toList();
    return new HashMap<>(
        imperfections.byId(inhibitors).stream()
            .collect(Collectors.toMap(Imperfection::id, Imperfection::fingerprint)));
  }
}
