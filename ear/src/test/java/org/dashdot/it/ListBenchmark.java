package org.dashdot.it;

import com.microsoft.playwright.Page;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How quick dot, lists, a ticket and search are among a thousand, a hundred thousand and (on
 * PostgreSQL) a million tickets, a tenth of them open on 500 hosts; and how soon a signal is seen
 * in a browser. It prints a table for each database; only what does not work fails it.
 */
class ListBenchmark {

  private static final int WARM_UP = 15;
  private static final int REQUESTS = Integer.getInteger("dashdot.benchmark.requests", 60);
  private static final int SIGNALS = 40;

  @TempDir Path folder;

  private final List<String> table = new ArrayList<>();

  @Test
  void figures() throws IOException {
    String database = System.getProperty("dashdot.test.db");
    table.add("| " + database + " | tickets | open | p50 ms | p95 ms | bytes |");
    table.add("|---|---|---|---|---|---|");
    for (int tickets : List.of(1_000, 100_000, 1_000_000)) {
      if (tickets <= 100_000 || "postgresql".equals(database)) {
        measure(tickets);
      }
    }
    String text = String.join("\n", table) + "\n";
    Files.writeString(
        Path.of(System.getProperty("dashdot.test.data"), "lists-" + database + ".md"), text);
    System.out.println(text);
  }

  private void measure(int tickets) {
    TestDatabase store = TestDatabase.fresh();
    try (RunningServer server =
        RunningServer.of("lists-" + tickets)
            .on(store)
            .env(
                "DASHDOT_SETTINGS",
                ShortSettings.with(folder, "storm.detection=false", "spread.detection=false"))
            .env("DASHDOT_HEAP", null)
            .env("PREPEND_JAVA_OPTS", null)) {
      server.start();
      server.stop();
      store.execute(server.data(), filled(tickets, store.isPostgresql()));
      server.start();
      Rest rest = new Rest(server);
      int one = tickets / 2 + 1000;
      row(tickets, "dot (JSON)", () -> rest.admin().get("/api/v1/dot"));
      row(tickets, "dot (page)", () -> page(rest, "/"));
      row(tickets, "dash (page)", () -> page(rest, "/dash"));
      row(tickets, "tickets, open (page)", () -> page(rest, "/tickets"));
      row(tickets, "tickets, by priority (JSON)", () -> list(rest, "sort", "priority"));
      row(tickets, "tickets, all (JSON)", () -> list(rest, "limit", "50"));
      row(tickets, "search for a host (JSON)", () -> list(rest, "q", "node-77"));
      row(tickets, "search for two common words (JSON)", () -> list(rest, "q", "disk full"));
      row(tickets, "search for nothing (JSON)", () -> list(rest, "q", "nowhere"));
      row(tickets, "search for everything (page)", () -> page(rest, "/search?q=node-77"));
      row(tickets, "ticket (page)", () -> page(rest, "/tickets/" + one));
      row(tickets, "place (page)", () -> page(rest, "/cell?of=system:node-77"));
      if (tickets == 100_000) {
        seen(server, rest);
      }
    }
  }

  private static Response list(Rest rest, String name, String value) {
    RequestSpecification asked = rest.admin().queryParam(name, value);
    return asked.get("/api/v1/tickets");
  }

  /** What fails leads to the page that says so. */
  private static Response page(Rest rest, String path) {
    return rest.admin().redirects().follow(false).get(path);
  }

  private void row(int tickets, String what, Supplier<Response> request) {
    List<Long> took = new ArrayList<>();
    long bytes = 0;
    for (int i = 0; i < WARM_UP + REQUESTS; i++) {
      long began = System.nanoTime();
      Response response = request.get();
      bytes = response.asByteArray().length;
      if (i >= WARM_UP) {
        took.add(System.nanoTime() - began);
      }
      if (response.statusCode() != 200) {
        throw new IllegalStateException(what + ": " + response.statusCode());
      }
    }
    add(what, tickets, took, bytes);
  }

  private void add(String what, int tickets, List<Long> took, long bytes) {
    String line =
        "| %s | %d | %d | %d | %d | %d |"
            .formatted(what, tickets, tickets / 10, millis(took, 50), millis(took, 95), bytes);
    table.add(line);
    System.out.println(line);
  }

  /** From the moment the push is sent until the place burns in an open browser. */
  private void seen(RunningServer server, Rest rest) {
    try (Page page = Chromium.browser().newPage()) {
      page.navigate(server.url());
      page.fill("#username", "admin");
      page.fill("#password", RunningServer.ADMIN_PASSWORD);
      page.click("main button");
      page.locator("[data-disc] svg.dot").waitFor();
      List<Long> took = new ArrayList<>();
      for (int i = 0; i <= SIGNALS; i++) {
        page.evaluate(
            "() => { const high = () => parseInt(document.querySelector('[data-disc]')"
                + ".textContent.match(/(\\d+) high/)[1]); const before = high();"
                + " window.seen = new Promise(done => { const look = () => high() > before ? done()"
                + " : setTimeout(look, 10); look(); }); }");
        long began = System.nanoTime();
        rest.fire(Rest.alert("Seen" + i, "zz-seen-" + i, "critical"));
        page.evaluate("window.seen");
        // At the first one dash-dot's own ticket becomes high as well: nobody can be told.
        if (i > 0) {
          took.add(System.nanoTime() - began);
        }
      }
      add("signal sent to seen in the browser", 100_000, took, 0);
    }
  }

  private static long millis(List<Long> took, int percent) {
    List<Long> sorted = took.stream().sorted().toList();
    return TimeUnit.NANOSECONDS.toMillis(
        sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1));
  }

  /** Set-based: each statement makes all rows of a table. */
  private static String[] filled(int tickets, boolean postgresql) {
    String numbers =
        (postgresql ? "generate_series(1001, " : "system_range(1001, ")
            + (tickets + 1000)
            + ") as x";
    String at = "current_timestamp - interval '1' second * (" + (tickets + 2000) + " - x)";
    String open = "x > " + (1000 + tickets - tickets / 10);
    String host = "'node-' || (mod(x, 500) + 1)";
    String columns =
        "insert into ticket (id, version, title, priority, status, team_id, assignee_id,"
            + " source_name, group_key, open_key, class_key, labels, severity, links, found_burning,"
            + " flapping, unconfirmed, escalation_level, reopened, handed_back, opened_at,"
            + " urgent_since, asked_priority, closed_at, acknowledged_at, cause, cell)";
    return new String[] {
      columns
          + " select x, 0, 'Disk full on ' || "
          + host
          + ","
          + " case mod(x, 8) when 0 then 'P2' when 1 then 'P4' else 'P3' end,"
          + " case when "
          + open
          + " then 'ACKNOWLEDGED' else 'CLOSED' end,"
          + " (select min(id) from team), (select min(id) from person), 'prometheus', 'k' || x,"
          + " case when "
          + open
          + " then 'k' || x end, 'class ' || mod(x, 500),"
          + " '{\"alertname\":\"DiskFull\",\"instance\":\"' || "
          + host
          + " || '\"}',"
          + " 'WARNING', '{}', false, false, false, 0, 0, 0, "
          + at
          + ", "
          + at
          + ", 'P3',"
          + " case when "
          + open
          + " then null else "
          + at
          + " end, "
          + at
          + ", 'a cause',"
          + " 'system:' || "
          + host
          + " from "
          + numbers,
      "insert into work_item (id, ticket_id, task_key, name, assignee_id, team_id, created_at)"
          + " select 'step ' || x, x, 'Task_Resolve', 'Resolve', (select min(id) from person),"
          + " (select min(id) from team), "
          + at
          + " from "
          + numbers
          + " where "
          + open,
      "insert into timeline_entry (id, ticket_id, at, kind, actor, origin, text)"
          + " select 1000000 + x, x, "
          + at
          + ", 'OPENED', 'dash-dot', 'intake', 'opened'"
          + " from "
          + numbers,
      "insert into ticket_term (term, ticket_id) select 'disk', x from " + numbers,
      "insert into ticket_term (term, ticket_id) select 'full', x from " + numbers,
      "insert into ticket_term (term, ticket_id) select " + host + ", x from " + numbers,
      "insert into ticket_term (term, ticket_id) select 'class' || mod(x, 7), x from " + numbers,
      "alter sequence ticket_seq restart with " + (tickets + 2000),
      "analyze",
    };
  }
}
