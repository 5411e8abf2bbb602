package org.dashdot.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dashdot.database.DatabaseUnderTest;
import org.dashdot.oncall.ShiftEnds;
import org.dashdot.oncall.ShiftHandover;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two nodes that look at the same end of a shift. */
class UntakenShiftsTest {

  private static final Instant END = Instant.parse("2026-11-25T09:00:00Z");
  private static final long ROTATION = 4711;

  private static UntakenShifts node(EntityManager em) {
    UntakenShifts shifts = new UntakenShifts();
    shifts.em = em;
    shifts.ends =
        new ShiftEnds() {
          @Override
          public ShiftHandover of(Long rotation, Instant at) {
            if (rows(em).isEmpty()) {
              em.createNativeQuery(
                      "insert into shift_handover (id, rotation_id, ends_at, reminders) values (1, "
                          + ROTATION
                          + ", timestamp with time zone '2026-11-25 09:00:00+00', 0)")
                  .executeUpdate();
            }
            return rows(em).get(0);
          }
        };
    return shifts;
  }

  private static List<ShiftHandover> rows(EntityManager em) {
    return em.createQuery(
            "select h from ShiftHandover h where h.rotation = " + ROTATION, ShiftHandover.class)
        .getResultList();
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#both")
  void whoeverComesSecondWaitsAndSeesThatItWasSaid(DatabaseUnderTest database) {
    database.execute(
        List.of(
            "insert into team (id, version, name, zone) values (4711, 0, 'shifts', 'UTC')",
            "insert into rotation (id, version, team_id, name, place, zone, watched)"
                + " values (4711, 0, 4711, 'first', 0, 'UTC', true)"));
    try (var first = database.sessions().openSession()) {
      first.beginTransaction();
      ShiftHandover claimed = node(first).claimed(ROTATION, END);
      assertThat(claimed.reminders()).isZero();
      CompletableFuture<Integer> second =
          CompletableFuture.supplyAsync(
              () ->
                  database
                      .sessions()
                      .fromTransaction(em -> node(em).claimed(ROTATION, END).reminders()));
      await().during(Duration.ofMillis(300)).until(() -> !second.isDone());
      claimed.reminded(1);
      first.getTransaction().commit();
      assertThat(second.join()).isEqualTo(1);
    } finally {
      database.execute(
          List.of(
              "delete from shift_handover where rotation_id = 4711",
              "delete from rotation where id = 4711",
              "delete from team where id = 4711"));
    }
  }
}
