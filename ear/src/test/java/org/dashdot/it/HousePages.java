package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Every page as a person sees it who works in the house of {@link DotLooksIT}. */
final class HousePages {

  private static final Map<String, String> PAGES =
      Map.ofEntries(
          Map.entry("dash", "/dash"),
          Map.entry("tickets", "/tickets"),
          Map.entry("cell", "/cell?of=application%3Acheckout"),
          Map.entry("search", "/search?q=web-2"),
          Map.entry("new-ticket", "/new-ticket"),
          Map.entry("help", "/help"),
          Map.entry("duty", "/duty"),
          Map.entry("duty-away", "/duty/away"),
          Map.entry("duty-quality", "/duty/quality"),
          Map.entry("duty-handover", "/duty/handover"),
          Map.entry("policies", "/duty/policies"),
          Map.entry("policy", "/duty/policy"),
          Map.entry("silences", "/silences"),
          Map.entry("checks", "/checks"),
          Map.entry("check", "/checks/check?name=NetworkLinkDown"),
          Map.entry("topology", "/topology"),
          Map.entry("tables", "/tables"),
          Map.entry("table", "/tables/table?name=ticket-priority"),
          Map.entry("sources", "/sources"),
          Map.entry("source", "/sources/source?name=prometheus"),
          Map.entry("connect", "/sources/connect"),
          Map.entry("account", "/account"),
          Map.entry("contacts", "/account/contacts"),
          Map.entry("people", "/admin/people"),
          Map.entry("teams", "/admin/teams"),
          Map.entry("tokens", "/admin/tokens"),
          Map.entry("templates", "/admin/templates"),
          Map.entry("audit", "/admin/audit"),
          Map.entry("skins", "/admin/skins"));

  private HousePages() {}

  /** Leaves a picture of each, named {@code house-*}; the person is logged in. */
  static void shoot(Visit visit, Rest rest, int ticket) {
    rest.admin()
        .body(Map.of("text", "The new release went out at 17:20. Rolling it back on web-1 first."))
        .post("/api/v1/tickets/{n}/notes", ticket)
        .then()
        .statusCode(204);
    rest.admin()
        .body(
            Map.of(
                "matchers", "alertname=\"BackupLate\", host=~\"db-.*\"",
                "reason", "The backup is moved to the new store tonight",
                "endsAt", Instant.now().plusSeconds(7200).toString()))
        .post("/api/v1/silences")
        .then()
        .statusCode(201);
    int rotation = rest.admin().get("/api/v1/duty").then().extract().path("items[0].rotation");
    visit.page().setViewportSize(1280, 800);
    Map<String, String> pages = new TreeMap<>(PAGES);
    pages.put("ticket", "/tickets/" + ticket);
    pages.put("research", "/tickets/" + ticket + "/research");
    pages.put("duty-rotation", "/duty/rotation?id=" + rotation);
    pages.put("duty-layer", "/duty/layer?rotation=" + rotation);
    pages.put("duty-changes", "/duty/changes?rotation=" + rotation);
    pages.forEach(
        (name, path) -> {
          assertThat(visit.open(path)).as(name).isEqualTo(200);
          visit.page().locator("[data-mini] svg").first().waitFor();
          visit.shot("house-" + name);
        });
  }
}
