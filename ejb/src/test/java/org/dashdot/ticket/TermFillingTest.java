package org.dashdot.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dashdot.access.Actor;
import org.dashdot.access.Role;
import org.dashdot.database.DatabaseUnderTest;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Severity;
import org.dashdot.term.TermIndexes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tickets that are older than the index of words are found by it in the end. */
class TermFillingTest {

  private static final Actor PERSON =
      new Actor(
          Actor.Kind.PERSON, 7L, "Ann", Set.of(Role.OPERATOR), Set.of(1L), null, Instant.now(), "");

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#both")
  void fillsTheIndexFromTheNewestToTheOldest(DatabaseUnderTest database) {
    long first = stored(database, "FillBefore on fill-1.example");
    for (int i = 0; i < 600; i++) {
      stored(database, "FillBulk b" + i);
    }
    long last = stored(database, "FillBefore on fill-2.example");
    database.execute(List.of("update term_fill set up_to = " + last));

    assertThat(step(database)).isTrue();
    assertThat(found(database, "FillBefore")).containsExactly(last);
    while (step(database)) {
      // Until nothing is left.
    }
    assertThat(found(database, "FillBefore")).containsExactly(last, first);
    assertThat(found(database, "example fill-1")).containsExactly(first);
    assertThat(found(database, "FillBulk b577")).hasSize(1);
    assertThat(step(database)).isFalse();
  }

  private static boolean step(DatabaseUnderTest database) {
    return database
        .sessions()
        .fromTransaction(
            em -> {
              TermFilling filling = new TermFilling();
              filling.em = em;
              filling.index = TermIndexes.over(em);
              return filling.step();
            });
  }

  private static long stored(DatabaseUnderTest database, String title) {
    return database
        .sessions()
        .fromTransaction(
            em -> {
              Ticket ticket =
                  new Ticket(
                      new Ticket.Opening(
                          title,
                          "test",
                          new GroupKey(title),
                          "test",
                          Labels.of(Map.of()),
                          Severity.WARNING,
                          null,
                          Labels.of(Map.of()),
                          false,
                          Instant.now()));
              em.persist(ticket);
              return ticket.id();
            });
  }

  private static List<Long> found(DatabaseUnderTest database, String text) {
    return database
        .sessions()
        .fromTransaction(
            em -> {
              TicketSearch search = new TicketSearch();
              search.em = em;
              return search
                  .find(
                      new TicketQuery(null, null, null, null, text, null, 50, null, false), PERSON)
                  .items()
                  .stream()
                  .map(TicketRow::number)
                  .toList();
            });
  }
}
