package org.dashdot.dot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dashdot.ticket.DotReader.Burning;
import org.dashdot.ticket.Priority;
import org.dashdot.topology.Place;
import org.dashdot.topology.Tier;
import org.junit.jupiter.api.Test;

/** What is drawn around the disc adds up to what the disc says, for 5 hosts and for 5,000. */
class RingTest {

  private static Place host(String name) {
    return new Place(Tier.SYSTEM, name);
  }

  private static Burning burning(String cell, Priority priority, int count) {
    return new Burning(cell, priority, count, 0, 0, 0, 0);
  }

  @Test
  void fewPlacesHaveACellEachInTheOrderOfPeople() {
    Ring ring =
        Ring.of(
            List.of(host("web-10"), host("web-2"), new Place(Tier.APPLICATION, "shop")),
            List.of(),
            0,
            Scope.WHOLE);

    assertThat(ring.cells()).extracting(Cell::name).containsExactly("shop", "web-2", "web-10");
    assertThat(ring.cells()).allMatch(cell -> cell.worst() == null && cell.places() == 1);
  }

  @Test
  void whatBurnsAtAPlaceThatNobodyKnowsOrNowhereHasItsCell() {
    Ring ring =
        Ring.of(
            List.of(),
            List.of(
                burning("system:new-1", Priority.P3, 2),
                burning("system:new-1", Priority.P1, 1),
                burning("", Priority.P2, 1)),
            0,
            Scope.WHOLE);

    assertThat(ring.cells())
        .containsExactly(
            new Cell("system:new-1", "system", "new-1", 1, Priority.P1, 1, 2, false),
            new Cell("", "", "", 0, Priority.P2, 1, 0, false));
  }

  @Test
  void aStormCountsAsItsHighGroupsAndNotAsATicket() {
    Ring ring =
        Ring.of(List.of(), List.of(new Burning("", Priority.P2, 1, 0, 0, 1, 0)), 12, Scope.WHOLE);

    assertThat(ring.cells()).extracting(Cell::high).containsExactly(12);
  }

  @Test
  void fiveThousandPlacesAreFewCellsWithNothingLost() {
    List<Place> places =
        Stream.concat(
                IntStream.rangeClosed(1, 4000).mapToObj(i -> host("web-" + i)),
                Stream.concat(
                    IntStream.rangeClosed(1, 990).mapToObj(i -> host("db-" + i)),
                    IntStream.rangeClosed(1, 10)
                        .mapToObj(i -> new Place(Tier.HARDWARE, "switch-" + i))))
            .toList();
    List<Burning> burning =
        places.stream().map(place -> burning(place.key(), Priority.P3, 1)).toList();

    Ring ring = Ring.of(places, burning, 0, Scope.WHOLE);

    assertThat(ring.cells()).hasSizeBetween(40, 100);
    assertThat(ring.cells().stream().mapToInt(Cell::places).sum()).isEqualTo(5000);
    assertThat(ring.cells().stream().mapToInt(Cell::low).sum()).isEqualTo(5000);
    assertThat(ring.cells()).filteredOn(cell -> cell.tier().equals("hardware")).hasSize(10);
    assertThat(places).allMatch(place -> ring.cellOf(place.key()) != null);
  }

  @Test
  void aCellOfManyIsARingOfItsOwn() {
    List<Place> places = IntStream.rangeClosed(1, 500).mapToObj(i -> host("web-" + i)).toList();
    Cell first = Ring.of(places, List.of(), 0, Scope.WHOLE).cells().get(0);

    Ring inside = Ring.of(places, List.of(), 0, Scope.read(first.key()));

    assertThat(inside.cells()).hasSize(first.places()).allMatch(cell -> cell.places() == 1);
    assertThat(inside.cells().get(0).name()).isEqualTo("web-1");
  }

  @Test
  void namesThatDifferInMoreThanANumberAreCutApart() {
    List<Place> arc =
        Stream.concat(
                IntStream.rangeClosed(1, 7).mapToObj(i -> host("db-" + i)),
                IntStream.rangeClosed(1, 9).mapToObj(i -> host("web-" + i)))
            .toList();

    assertThat(Ring.cut(arc, 2)).extracting(List::size).containsExactly(7, 8, 1);
  }

  @Test
  void whatIsNoScopeIsEverything() {
    for (String text : new String[] {null, "", "x", "system:", "nothing:a~b", "system:web-1"}) {
      assertThat(Scope.read(text)).as(text).isEqualTo(Scope.WHOLE);
    }
  }
}
