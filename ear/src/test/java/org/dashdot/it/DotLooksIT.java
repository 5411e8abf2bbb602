package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A house as there are many, in each look, as a person sees it, as a wall and a phone do, and as
 * eyes without one kind of cones do. It leaves the pictures of docs/dot.md and docs/portal.md
 * ({@code hero-*} and {@code house-*} among those of the run).
 */
@Tag("once")
@EnabledIfSystemProperty(named = "dashdot.looks", matches = "true")
class DotLooksIT {

  /** For linear light, as in SkinFileTest. */
  private static final Map<String, String> EYES =
      Map.of(
          "protan",
          ".11238 .88762 0 0 0 .11238 .88762 0 0 0 .00401 -.00401 1 0 0 0 0 0 1 0",
          "deutan",
          ".29275 .70725 0 0 0 .29275 .70725 0 0 0 -.02234 .02234 1 0 0 0 0 0 1 0",
          "tritan",
          "1.255528 -.076749 -.178779 0 0 -.078411 .930809 .147602 0 0"
              + " .004733 .691367 .303900 0 0 0 0 0 1 0");

  /** What the sources of this house say, by the alert's name. */
  private static final Map<String, String> SAID =
      Map.ofEntries(
          Map.entry("MailSlow", "Mail queue grows: 340 wait"),
          Map.entry("CertificateEnds", "Certificate of web-3 ends in 20 days"),
          Map.entry("FanSlow", "Fan 2 of db-2 turns slowly"),
          Map.entry(
              "CheckoutSlow", "Checkout answers slowly: 2.4 s at the 95th percentile, limit 0.8 s"),
          Map.entry("DiskFilling", "Disk /var is 91 % full"),
          Map.entry("LoadHigh", "Load is 1.8 for each core"),
          Map.entry("HitsLow", "Cache hits fell to 62 %"),
          Map.entry("ApiDown", "API answers 502"),
          Map.entry("ReplicaLags", "Replica lags 48 s behind"),
          Map.entry("ScsiErrors", "SCSI errors on sdb"));

  private static final String SEE =
      "matrix => { document.getElementById('eye')?.remove(); document.documentElement.style.filter"
          + " = ''; if (!matrix) return; document.body.insertAdjacentHTML('beforeend', `<svg"
          + " id=\"eye\" width=\"0\" height=\"0\"><filter id=\"cones\""
          + " color-interpolation-filters=\"linearRGB\"><feColorMatrix values=\"${matrix}\"/>"
          + "</filter></svg>`); document.documentElement.style.filter = 'url(#cones)'; }";

  private static final TestDatabase STORE = TestDatabase.postgresql();

  private static RunningServer server;

  @RegisterExtension final Visit visit = Visit.at(() -> server.url());

  private final Random random = new Random(7);
  private Rest rest;
  private int rows = 900_000;
  private int checkout;

  @Test
  void everyLookOfAHouse() {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    RunningServer started =
        RunningServer.of("looks")
            .on(STORE)
            .env("DASHDOT_SMTP_HOST", "127.0.0.1")
            .env("DASHDOT_SMTP_PORT", String.valueOf(mail.getSmtp().getPort()))
            .env("DASHDOT_ADMIN_EMAIL", "admin@example.org");
    try (started) {
      server = started.start();
      rest = new Rest(server);
      house();
      green();
      dots();
      red();
      many();
      blind();
    } finally {
      mail.stop();
    }
  }

  private void house() {
    // The machine that the test runs on is no part of the house.
    sql(
        "update source set enabled = false where integration = 'host'",
        "delete from topology_sighting where tier = 'SYSTEM'",
        "update person set name = 'Mara Klein' where login = 'admin'",
        "insert into person (id, version, login, name, zone, active, created_at)"
            + " values (900000, 0, 'jonas', 'Jonas Lindt', 'UTC', true, now())");
    topology(
        "house",
        Stream.of(
            "checkout,runs on,web-1",
            "checkout,depends on,db-1",
            "search,runs on,web-2",
            "cart,runs on,web-3",
            "api,runs on,web-4",
            "mail,runs on,web-3",
            "catalogue,depends on,cache-1",
            "catalogue,depends on,db-2",
            "web-1,connected to,switch-1",
            "web-2,connected to,switch-1",
            "web-3,connected to,switch-2",
            "web-4,connected to,switch-2",
            "db-1,connected to,switch-1",
            "cache-1,connected to,switch-2",
            "db-2,connected to,storage-1"));
    for (int i = 0; i < 46; i++) {
      ticks(60 * Math.pow(24, random.nextDouble()));
    }
  }

  private void green() {
    sql("update ticket set status = 'CLOSED', open_key = null");
    burn("MailSlow", Map.of("service", "mail"), "P4", "Jonas Lindt", 190);
    burn("CertificateEnds", Map.of("instance", "web-3"), "P4", "Mara Klein", 340);
    burn("FanSlow", Map.of("instance", "db-2", "tier", "hardware"), "P4", "Jonas Lindt", 75);
    // A call would come and go between two pictures.
    visit
        .page()
        .route(
            "**/api/v1/calls",
            route -> route.fulfill(new Route.FulfillOptions().setBody("{\"items\":[]}")));
    visit.open("/");
    visit.logIn();
    shown("life is good", 3);
    picture("green", 1280, 800);
    throughOtherEyes("green");
  }

  private void dots() {
    for (int i = 0; i < 24; i++) {
      ticks(3 + 26 * random.nextDouble());
    }
    checkout = burn("CheckoutSlow", Map.of("service", "checkout"), "P1", "Mara Klein", 12);
    burn("DiskFilling", Map.of("instance", "web-2"), "P3", "Mara Klein", 48);
    burn("LoadHigh", Map.of("instance", "web-2"), "P3", "Jonas Lindt", 31);
    burn("HitsLow", Map.of("instance", "cache-1"), "P3", "Jonas Lindt", 64);
    shown("plenty to do", 7);
    picture("dots", 1280, 800);
    throughOtherEyes("dots");
  }

  private void red() {
    for (int i = 0; i < 40; i++) {
      ticks(1 + 22 * Math.pow(random.nextDouble(), 1.6));
    }
    burn("ApiDown", Map.of("service", "api"), "P1", null, 2);
    int data = burn("ReplicaLags", Map.of("instance", "db-1"), "P2", "Jonas Lindt", 9);
    sql("update ticket set cause = 'the disk', assignee_id = 900000 where id = " + data);
    burn("ScsiErrors", Map.of("instance", "db-2", "tier", "hardware"), "P3", "Mara Klein", 22);
    shown("3 high", 10);
    picture("red", 1280, 800);
    throughOtherEyes("red");
    picture("phone", 390, 780);
    visit.open("/wall");
    shown("3 high", 10);
    picture("wall", 1920, 1080);
    sql(
        "update ticket set acknowledged_at = opened_at + interval '2 minutes', status ="
            + " 'ACKNOWLEDGED' where id = "
            + checkout,
        "update timeline_entry set at = (select opened_at from ticket where id = ticket_id)"
            + " + interval '6 seconds' where kind in ('OPENED', 'ROUTED', 'TOLD') and ticket_id = "
            + checkout);
    rest.admin().post("/api/v1/tickets/{n}/acknowledge", checkout).then().statusCode(204);
    HousePages.shoot(visit, rest, checkout);
    visit.open("/");
  }

  private void many() {
    topology(
        "large",
        Stream.concat(
            IntStream.rangeClosed(1, 400)
                .mapToObj(i -> "node-" + i + ",connected to,rack-" + (i % 20)),
            IntStream.rangeClosed(1, 100).mapToObj(i -> "service-" + i + ",runs on,node-" + i)));
    burn("NodeDown", Map.of("instance", "node-77"), "P2", "Jonas Lindt", 6);
    burn("DiskFilling", Map.of("instance", "node-310"), "P3", "Mara Klein", 36);
    visit.page().locator(".cell.p2[data-cell^='system:node-7'][href^='/?in=']").waitFor();
    visit.page().locator(".cell.p3[data-cell^='system:node-310~']").waitFor();
    picture("many", 1280, 800);
    rest.admin().delete("/api/v1/topology/large").then().statusCode(204);
    sql("update ticket set status = 'CLOSED', open_key = null where cell like '%node-%'");
  }

  private void blind() {
    sql(
        "update ticket set status = 'CLOSED', open_key = null where priority in ('P1', 'P2')",
        "update ticket set unconfirmed = true where cell = 'system:web-2'",
        "update source_state set state = 'SILENT', failing_since = now() - interval '4 minutes'"
            + " where source_id = (select id from source where name = 'prometheus')");
    visit.page().locator("html[data-look=blind]").waitFor();
    Visit.shows(visit.page().locator(".cell[href^='/?in=']"), 0);
    picture("blind", 1280, 800);
    throughOtherEyes("blind");
  }

  /** As it would be had somebody had it for so many minutes. */
  private int burn(String name, Map<String, String> where, String priority, String who, int ago) {
    Map<String, Object> labels = new HashMap<>(where);
    labels.put("alertname", name);
    labels.put("priority", priority);
    labels.put(
        "severity",
        Map.of("P1", "critical", "P2", "critical", "P3", "warning").getOrDefault(priority, "info"));
    rest.fire(
        Map.of(
            "labels",
            labels,
            "annotations",
            Map.of("summary", SAID.getOrDefault(name, name)),
            "endsAt",
            java.time.Instant.now().plusSeconds(7200).toString()));
    int number = rest.awaitTicket(name);
    String at = "now() - interval '" + ago + " minutes'";
    sql(
        "update ticket set opened_at = %s, urgent_since = %s, assignee_id = (select id from person"
                .formatted(at, at)
            + " where name = '%s') where id = %d".formatted(who, number));
    if (who != null) {
      sql(
          "update ticket set acknowledged_at = %s where id = %d".formatted(at, number),
          "insert into timeline_entry (id, ticket_id, at, kind, actor, person_id, origin, text)"
              + " values (%d, %d, %s, 'NOTE', '%s', 900000, 'portal', 'looked')"
                  .formatted(rows++, number, at, who));
    }
    return number;
  }

  private void ticks(double minutesAgo) {
    String severity = List.of("CRITICAL", "WARNING", "WARNING", "INFO").get(random.nextInt(4));
    long times = 1 + (long) Math.floor(14 * Math.pow(random.nextDouble(), 3));
    sql(
        "insert into signal_count (id, begins_at, severity, times) values (%d, date_trunc('minute',"
                .formatted(rows++)
            + " now() - interval '%d minutes'), '%s', %d)"
                .formatted(Math.round(minutesAgo), severity, times));
  }

  private void sql(String... statements) {
    STORE.execute(server.data(), statements);
  }

  private void topology(String name, Stream<String> relations) {
    rest.admin()
        .contentType("text/csv")
        .body(relations.collect(Collectors.joining("\n")))
        .put("/api/v1/topology/" + name)
        .then()
        .statusCode(200);
  }

  private void shown(String words, int motes) {
    visit.discSays(words);
    Visit.shows(visit.page().locator(".mote:not(.rest)"), motes);
  }

  /** Nothing moves, nothing is lit by a pointer, and nobody looked for long. */
  private void picture(String name, int width, int height) {
    Page page = visit.page();
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    page.setViewportSize(width, height);
    page.mouse().move(2, height / 2.0 - 1);
    page.mouse().move(2, height / 2.0);
    assertThat(page.locator(".attentive, .long-look").count()).isZero();
    visit.shot("hero-" + name);
  }

  private void throughOtherEyes(String look) {
    EYES.forEach(
        (eye, matrix) -> {
          visit.page().evaluate(SEE, matrix);
          visit.shot("eye-" + look + "-" + eye);
        });
    visit.page().evaluate(SEE, "");
  }
}
