package org.dashdot.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.dashdot.access.Actor;
import org.dashdot.access.Role;
import org.dashdot.database.DatabaseUnderTest;
import org.dashdot.shared.InvalidInput;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the portal and the intake ask about tickets stays quick among all that is kept for ever. */
class TicketQueriesTest {

  private static final Actor PERSON =
      new Actor(
          Actor.Kind.PERSON, 7L, "Ann", Set.of(Role.OPERATOR), Set.of(1L), null, Instant.now(), "");

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void everyListWalksAnIndex(DatabaseUnderTest database) {
    for (String sort : List.of("opened", "oldest", "priority")) {
      for (String status : new String[] {null, "open", "closed", "acknowledged"}) {
        for (String cursor : new String[] {null, "priority".equals(sort) ? "P3.59900" : "59900"}) {
          TicketQuery query =
              new TicketQuery(status, null, null, null, null, sort, 50, cursor, false);
          assertThat(database.scansOf(em -> search(em).find(query, PERSON)))
              .as("%s %s %s", sort, status, cursor)
              .isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void aCursorThatNoPageGaveIsRefused(DatabaseUnderTest database) {
    for (String cursor : List.of(".", "...", "P3.", "P9.1", "x")) {
      TicketQuery query =
          new TicketQuery(null, null, null, null, null, "priority", 50, cursor, false);
      database
          .sessions()
          .inTransaction(
              em ->
                  assertThatThrownBy(() -> search(em).find(query, PERSON))
                      .isInstanceOf(InvalidInput.class));
    }
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void openTicketsOfATeamOrPersonWalkAnIndex(DatabaseUnderTest database) {
    for (TicketQuery query :
        List.of(
            new TicketQuery("open", Priority.P1, null, null, null, null, 50, null, false),
            new TicketQuery("open", null, "team 2", null, null, null, 50, null, false),
            new TicketQuery("open", null, null, "p7", null, null, 50, null, false),
            new TicketQuery("open", null, null, "nobody", null, null, 50, null, false),
            new TicketQuery("found", null, null, null, null, null, 50, null, false),
            new TicketQuery("overdue", Priority.P4, null, null, null, null, 50, null, false))) {
      assertThat(database.scansOf(em -> search(em).find(query, PERSON))).as("%s", query).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void wordsAreFoundByIndexHoweverCommonTheyAre(DatabaseUnderTest database) {
    for (String text :
        List.of("disk", "di", "h59900", "rack-7", "disk full rack-7", "#59900", "7")) {
      for (String status : new String[] {null, "open"}) {
        for (String sort : List.of("opened", "oldest", "priority")) {
          TicketQuery query =
              new TicketQuery(status, null, null, null, text, sort, 50, null, false);
          assertThat(database.scansOf(em -> search(em).find(query, PERSON)))
              .as("%s %s %s", text, status, sort)
              .isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void everyWordMustBeThereAndNewestComeFirst(DatabaseUnderTest database) {
    assertThat(found(database, "DISK rack-77")).startsWith(59_577L, 59_077L).hasSize(50);
    assertThat(found(database, "h5990"))
        .containsExactly(
            59_909L, 59_908L, 59_907L, 59_906L, 59_905L, 59_904L, 59_903L, 59_902L, 59_901L,
            59_900L, 5_990L);
    assertThat(found(database, "disk h42.example")).containsExactly(42L);
    assertThat(found(database, "disk nowhere")).isEmpty();
    assertThat(found(database, "isk")).isEmpty();
    assertThat(found(database, "%")).isEmpty();
    assertThat(found(database, "#42")).containsExactly(42L);
  }

  private static List<Long> found(DatabaseUnderTest database, String text) {
    return database
        .sessions()
        .fromTransaction(
            em ->
                search(em)
                    .find(
                        new TicketQuery(null, null, null, null, text, null, 50, null, false),
                        PERSON)
                    .items()
                    .stream()
                    .map(TicketRow::number)
                    .toList());
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void dotAndWorklistWalkIndexes(DatabaseUnderTest database) {
    assertThat(
            database.scansOf(
                em -> {
                  dot(em).burning();
                  dot(em).stormGroups();
                  dot(em).waiting();
                }))
        .isEmpty();
    TicketPlaces places = new TicketPlaces();
    Timeline timeline = new Timeline();
    assertThat(
            database.scansOf(
                em -> {
                  places.em = em;
                  places.clock = Clock.systemUTC();
                  timeline.em = em;
                  places.counted(150);
                  places.of("system:web-7", null, 50, PERSON);
                  places.burning("system:web-7", 50, PERSON);
                  timeline.lastTouched(List.of(59_900L, 59_901L));
                }))
        .isEmpty();
    WorkItems items = new WorkItems();
    assertThat(
            database.scansOf(
                em -> {
                  items.em = em;
                  items.clock = Clock.systemUTC();
                  items.mine(PERSON, 50);
                  items.next(PERSON);
                  items.all(PERSON);
                  items.of(new TicketNumber(59_900L));
                }))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void oneTicketsParticularsWalkIndexes(DatabaseUnderTest database) {
    Tickets tickets = new Tickets();
    Timeline timeline = new Timeline();
    assertThat(
            database.scansOf(
                em -> {
                  tickets.em = em;
                  timeline.em = em;
                  timeline.clock = Clock.systemUTC();
                  tickets.locked(new TicketNumber(59_900L));
                  tickets.open(List.of("k59900", "k59901"));
                  tickets.holding(List.of(59_900L, 59_901L));
                  tickets.imperfections(59_900L);
                  tickets.memberships(59_900L);
                  tickets.burning(59_900L);
                  tickets.lastExplained("class 7", 59_900L);
                  timeline.of(59_900L);
                  timeline.handsOn(59_900L);
                }))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void messagesToProcessesAreFoundByIndex(DatabaseUnderTest database) {
    LifecycleMessages messages = new LifecycleMessages();
    messages.clock = Clock.systemUTC();
    assertThat(
            database.scansOf(
                em -> {
                  messages.em = em;
                  messages.waiting(100);
                  messages.failed(59_900L, "for the plan only");
                }))
        .isEmpty();
  }

  private static TicketSearch search(EntityManager em) {
    TicketSearch search = new TicketSearch();
    search.em = em;
    search.clock = Clock.systemUTC();
    return search;
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void whatTellsAStormWalksIndexes(DatabaseUnderTest database) {
    Instant lately = Instant.now().minusSeconds(60);
    assertThat(
            database.scansOf(
                em -> {
                  BurstCounts counts = counts(em);
                  counts.openedByIntake(lately);
                  counts.openingTimes(lately);
                  counts.burningOfClass("class 7", lately);
                  counts.storms();
                  counts.groupsJoinedSince(new TicketNumber(59_900L), lately);
                }))
        .isEmpty();
  }

  private static BurstCounts counts(EntityManager em) {
    BurstCounts counts = new BurstCounts();
    counts.em = em;
    return counts;
  }

  private static DotReader dot(EntityManager em) {
    DotReader reader = new DotReader();
    reader.em = em;
    reader.clock = Clock.systemUTC();
    reader.counts = counts(em);
    return reader;
  }
}
