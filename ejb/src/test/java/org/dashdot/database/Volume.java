package org.dashdot.database;

import java.util.List;

/** Fills a database with some years of work, by statements that both databases understand. */
final class Volume {

  private static final int TICKETS = 60_000;
  private static final int OPEN_FROM = TICKETS - 300;

  private static final String AT = "timestamp with time zone '2026-01-01 00:00:00+00'";

  private Volume() {}

  static DatabaseUnderTest fill(DatabaseUnderTest database) {
    String numbers =
        (database.toString().equals("H2") ? "system_range(1, " : "generate_series(1, ")
            + TICKETS
            + ") as x";
    String at = AT + " + x * interval '1' minute";
    String open = "x > " + OPEN_FROM;
    database.execute(
        List.of(
            "insert into person (id, version, login, name, zone, active, created_at)"
                + " select x, 0, 'p' || x, 'Person ' || x, 'UTC', true, "
                + at
                + " from "
                + numbers
                + " where x <= 50",
            "insert into team (id, version, name, zone)"
                + (" select x, 0, 'team ' || x, 'UTC' from " + numbers)
                + " where x <= 5",
            "insert into source (id, version, name, integration, enabled, created_at)"
                + " values (1, 0, 'prometheus', 'prometheus', true, "
                + AT
                + ")",
            "insert into imperfection (id, fingerprint, source_id, name, labels, annotations,"
                + " severity, state, starts_at, last_seen_at, cleared_at, expires_at, times)"
                + " select x, 'f' || x, 1, 'Disk full', '{}', '{}', 'WARNING',"
                + (" case when " + open + " then 'OPEN' else 'CLEARED' end, ")
                + (at + ", " + at + ", " + at + ", " + at + ", 5 from " + numbers),
            "insert into ticket (id, version, title, priority, status, team_id, assignee_id,"
                + " source_name, group_key, open_key, class_key, labels, severity, links,"
                + " found_burning, flapping, unconfirmed, escalation_level, reopened, opened_at, urgent_since,"
                + " asked_priority, closed_at, cause)"
                + " select x, 0, 'Disk full on host ' || x,"
                + " case mod(x, 4) when 0 then 'P1' when 1 then 'P2' when 2 then 'P3' else 'P4' end,"
                + (" case when " + open + " then 'OPEN' else 'CLOSED' end,")
                + " mod(x, 5) + 1, mod(x, 50) + 1, 'prometheus', 'k' || x,"
                + (" case when " + open + " then 'k' || x end, 'class ' || mod(x, 500), '{}',")
                + " 'WARNING', '{}', false, false, false, 0, 0, "
                + (at + ", " + at + ", 'P3', case when " + open + " then null else " + at + " end,")
                + " 'a cause' from "
                + numbers,
            "insert into ticket_term (term, ticket_id)"
                + (" select 'disk', x from " + numbers + " union all select 'full', x from ")
                + (numbers + " union all select 'h' || x || '.example', x from " + numbers)
                + (" union all select 'rack-' || mod(x, 500), x from " + numbers),
            "insert into ticket_imperfection (id, ticket_id, imperfection_id, joined_at, why, high)"
                + (" select x, x, x, " + at + ", 'k', false from " + numbers),
            "insert into timeline_entry (id, ticket_id, at, kind, actor, origin, text)"
                + (" select x, x, " + at + ", 'OPENED', 'dash-dot', 'intake', 'opened' from ")
                + numbers,
            "insert into work_item (id, ticket_id, task_key, name, assignee_id, team_id, created_at)"
                + " select 'w' || x, x, 'Task_Resolve', 'Resolve', mod(x, 50) + 1, mod(x, 5) + 1, "
                + (at + " from " + numbers + " where " + open),
            "insert into lifecycle_message (id, ticket_id, message, created_at, due_at, attempts,"
                + (" delivered_at, taken) select x, x, 'CLEARED', " + at)
                + (", null, 1, " + at + ", true from " + numbers),
            "insert into notification (id, ticket_id, person_id, channel, step, list_key, state, reason,"
                + " subject, body, message_id, created_at, attempts, sending_since, sent_at)"
                + " select x, x, mod(x, 50) + 1, 'mail', 'opened', 'prometheus/opened',"
                + " 'SENT', 'it is yours', 's', 'b',"
                + (" 'm' || x, " + at + ", 1, " + at + ", " + at + " from " + numbers),
            // What stands here was numbered by hand; what tests write follows.
            "alter sequence notification_seq restart with 10000001",
            "insert into raw_payload (id, content_hash, source_id, fingerprint, body,"
                + " first_seen_at, last_seen_at, times) select x, 'h' || x, 1, 'f' || x,"
                + (" cast('ab' as bytea), " + at + ", " + at + ", 1 from " + numbers),
            "insert into automation_review (id, ticket_id, class_key, potential, hands_on_seconds,"
                + " origin, reviewer, reviewed_at) select x, x, 'class ' || mod(x, 500), 'NO', 60,"
                + (" 'PERSON', 'p1', " + at + " from " + numbers),
            "analyze"));
    return database;
  }
}
