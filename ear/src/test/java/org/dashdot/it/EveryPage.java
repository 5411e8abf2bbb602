package org.dashdot.it;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every page of the portal, with something to show on it. */
final class EveryPage {

  private static final String LONG_NAME = "NobodyNamesAnAlertLikeThis".repeat(8).substring(0, 200);
  private static final String HOST = "web-30";

  private final Rest rest;

  EveryPage(Rest rest) {
    this.rest = rest;
  }

  /** What burns for these pages would be seen by the next test. */
  void putOut() {
    List.of("OpenPage", LONG_NAME).forEach(name -> rest.fire(Rest.over(name, HOST, "critical")));
  }

  /** By name; makes what they show. */
  Map<String, String> pages() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("dash", "/dash");
    pages.put("help", "/help");
    pages.put("tickets", "/tickets");
    pages.put("tickets-none", "/tickets?q=there-is-no-such-ticket");
    pages.put("search", "/search?q=openpage");
    pages.put("search-none", "/search?q=there-is-no-such-thing");
    pages.put("search-people", "/search?q=admin");
    pages.put("ticket-open", "/tickets/" + burning("OpenPage"));
    pages.put("research", "/tickets/" + burning("OpenPage") + "/research");
    pages.put("cell", "/cell?of=system:" + HOST);
    pages.put("wall", "/wall");
    pages.put("skins", "/admin/skins");
    pages.put("ticket-long", "/tickets/" + burning(LONG_NAME));
    pages.put("ticket-set-up", "/tickets/1");
    pages.put("ticket-review", "/tickets/" + inReview());
    pages.put("ticket-closed", "/tickets/" + closed());
    pages.put("new-ticket", "/new-ticket");
    pages.put("duty", "/duty");
    pages.put("duty-rotation", "/duty/rotation?id=" + rotation());
    pages.put("duty-rotation-new", "/duty/rotation");
    pages.put("duty-layer", "/duty/layer?rotation=" + rotation());
    pages.put("policies", "/duty/policies");
    pages.put("policy", "/duty/policy");
    pages.put("duty-changes", changes());
    pages.put("duty-away", away());
    pages.put("duty-quality", "/duty/quality");
    pages.put("duty-handover", "/duty/handover");
    pages.put("silences", silences());
    pages.put("checks", "/checks");
    pages.put("check", "/checks/check?name=NetworkLinkDown");
    pages.put("topology", "/topology");
    pages.put("tables", "/tables");
    pages.put("table", "/tables/table?name=ticket-priority");
    pages.put("check-new", "/checks/check");
    pages.put("sources", "/sources");
    pages.put("source", source());
    pages.put("connect", "/sources/connect");
    pages.put("account", "/account");
    pages.put("contacts", "/account/contacts");
    pages.put("templates", "/admin/templates");
    pages.put("template-sms", "/admin/templates?part=sms");
    pages.put("people", "/admin/people");
    pages.put("person", "/admin/people?id=1");
    pages.put("teams", "/admin/teams");
    pages.put("team", "/admin/teams?id=1");
    pages.put("tokens", "/admin/tokens");
    pages.put("audit", "/admin/audit");
    pages.put("error", "/error?status=404");
    pages.put("error-unexpected", "/error?id=00000000-0000-4000-8000-000000000000");
    return pages;
  }

  private int rotation() {
    return rest.admin()
        .get("/api/v1/duty")
        .then()
        .statusCode(200)
        .extract()
        .path("items.find { it.team == 'everyone' }.rotation");
  }

  /** Somebody takes over tomorrow. */
  private String changes() {
    int rotation = rotation();
    rest.admin()
        .body(
            Map.of(
                "rotation",
                rotation,
                "from",
                Instant.now().plusSeconds(86_400).toString(),
                "until",
                Instant.now().plusSeconds(90_000).toString(),
                "reason",
                LONG_NAME))
        .post("/api/v1/duty/overrides")
        .then()
        .statusCode(201);
    return "/duty/changes?rotation=" + rotation;
  }

  /** Far ahead, so that no gap is a ticket. */
  private String away() {
    rest.admin()
        .body(
            Map.of(
                "from", Instant.now().plusSeconds(20 * 86_400).toString(),
                "until", Instant.now().plusSeconds(21 * 86_400).toString(),
                "reason", LONG_NAME))
        .post("/api/v1/duty/absences")
        .then()
        .statusCode(201);
    return "/duty/away";
  }

  /** One that sent what could not be read. */
  private String source() {
    rest.push()
        .body(List.of(Map.of("labels", Map.of()), LONG_NAME))
        .post("/api/v2/alerts")
        .then()
        .statusCode(400);
    return "/sources/source?name=prometheus";
  }

  /** One holds, one has ended, and a ticket's page sent the person. */
  private String silences() {
    for (String name : List.of("Held", "Ended")) {
      String id =
          rest.admin()
              .body(
                  Map.of(
                      "matchers", "alertname=\"" + name + "\", host=~\"" + LONG_NAME + ".*\"",
                      "reason", name + " for a while, since " + LONG_NAME,
                      "endsAt", Instant.now().plusSeconds(3600).toString()))
              .post("/api/v1/silences")
              .then()
              .statusCode(201)
              .extract()
              .path("id");
      if (name.equals("Ended")) {
        rest.admin().delete("/api/v1/silences/{id}", id).then().statusCode(204);
      }
    }
    return "/silences?matchers=alertname%3D%22A%22";
  }

  private int burning(String name) {
    rest.fire(Rest.alert(name, HOST, "critical"));
    return rest.tickets(name).get(0);
  }

  private int inReview() {
    int number = burning("ReviewPage");
    rest.admin()
        .body(Map.of("cause", "known", "action", "restarted"))
        .post("/api/v1/tickets/{n}/resolve", number);
    rest.fire(Rest.over("ReviewPage", HOST, "critical"));
    Rest.eventually().until(() -> rest.status(number).equals("RESOLVED"));
    return number;
  }

  private int closed() {
    rest.fire(Rest.alert("ClosedPage", "web-31", "info"));
    int number = rest.tickets("ClosedPage").get(0);
    rest.admin()
        .body(Map.of("why", "test", "reason", "made for a look at its page"))
        .post("/api/v1/tickets/{n}/dismiss", number);
    Rest.eventually().until(() -> rest.status(number).equals("CLOSED"));
    return number;
  }
}
