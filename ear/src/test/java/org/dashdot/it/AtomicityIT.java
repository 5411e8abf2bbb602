package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A ticket and its process are stored together or not at all, whichever of the two fails. */
class AtomicityIT {

  private static final String PROCESS_HALF = "the process half fails";
  private static final String ROW_HALF = "the row half fails";

  /** A high ticket's process asks somebody to acknowledge at once; a low one's does not. */
  private static final String NO_PROCESS =
      "alter table ACT_RU_TASK add constraint no_process"
          + " check (TASK_DEF_KEY_ <> 'Task_Acknowledge')%s";

  /** The row gets its team after the process has started: so the process is what must vanish. */
  private static final String NO_ROW =
      "alter table ticket add constraint no_row check (title <> '"
          + ROW_HALF
          + "' or team_id is null)%s";

  @Test
  void whenOneHalfFailsNeitherIsThereAndTheSenderIsTold() {
    try (RunningServer server = RunningServer.of("atomicity").start()) {
      server.stop();
      String fromNowOn = server.database().isPostgresql() ? " not valid" : " nocheck";
      server
          .database()
          .execute(server.data(), NO_PROCESS.formatted(fromNowOn), NO_ROW.formatted(fromNowOn));
      server.start();
      Rest rest = new Rest(server);

      push(rest, PROCESS_HALF, "critical", 503);
      push(rest, ROW_HALF, "warning", 503);

      assertThat(rest.tickets(PROCESS_HALF)).isEmpty();
      assertThat(rest.tickets(ROW_HALF)).isEmpty();
      rest.admin()
          .get("/api/v1/dot")
          .then()
          .body("blind", hasItem("what prometheus says cannot be stored"));
      server.stop();
      assertNoHalves(server, 0);

      server
          .database()
          .execute(
              server.data(),
              "alter table ACT_RU_TASK drop constraint no_process",
              "alter table ticket drop constraint no_row");
      server.start();
      push(rest, PROCESS_HALF, "critical", 200);
      push(rest, ROW_HALF, "warning", 200);
      assertThat(rest.tickets(PROCESS_HALF)).hasSize(1);
      assertThat(rest.tickets(ROW_HALF)).hasSize(1);
      server.stop();
      assertNoHalves(server, 2);
    }
  }

  private static void push(Rest rest, String title, String severity, int status) {
    rest.push()
        .body(
            List.of(
                Map.of(
                    "labels",
                    Map.of("alertname", title, "severity", severity),
                    "annotations",
                    Map.of("summary", title))))
        .post("/api/v2/alerts")
        .then()
        .statusCode(status);
  }

  private static void assertNoHalves(RunningServer server, int whole) {
    TestDatabase database = server.database();
    String ours = " where title in ('" + PROCESS_HALF + "', '" + ROW_HALF + "')";
    assertThat(database.count(server.data(), "select count(*) from ticket" + ours))
        .isEqualTo(whole);
    assertThat(
            database.count(
                server.data(),
                "select count(*) from ACT_RU_EXECUTION e where e.PARENT_ID_ is null"
                    + " and not exists (select 1 from ticket t"
                    + " where cast(t.id as varchar(20)) = e.BUSINESS_KEY_)"))
        .as("processes without a ticket")
        .isZero();
    assertThat(
            database.count(
                server.data(),
                "select count(*) from ticket t where t.closed_at is null and not exists"
                    + " (select 1 from ACT_RU_EXECUTION e"
                    + " where e.BUSINESS_KEY_ = cast(t.id as varchar(20)))"))
        .as("tickets without a process")
        .isZero();
  }
}
