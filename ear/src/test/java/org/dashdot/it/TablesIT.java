package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The tables that decide of tickets: edited, refused when broken, in force at once, taken back. */
class TablesIT {

  private static final String TABLE = "/api/v1/tables/ticket-priority";

  private final Rest rest = new Rest(RunningServer.shared());

  @AfterEach
  void asShipped() {
    activate(0);
  }

  private void activate(int version) {
    rest.admin()
        .body("{\"version\": " + version + "}")
        .put(TABLE + "/active")
        .then()
        .statusCode(200);
  }

  private String document() {
    return rest.admin().get(TABLE).then().statusCode(200).extract().asString();
  }

  private ValidatableResponse save(String document, int basedOn) {
    return rest.admin()
        .contentType("application/xml")
        .body(document)
        .put(TABLE + "?basedOn={b}&remark=tried", basedOn)
        .then();
  }

  @Test
  void whatIsSavedDecidesOfTheNextTicketAndCanBeTakenBack() {
    String document = document();
    // A new first rule: whatever has the label wanted=soon is urgent.
    String changed =
        document
            .replaceFirst(
                "<input id=\"Input_PriorityLabel\"",
                "<input id=\"Input_Wanted\" label=\"Wanted\"><inputExpression id=\"Expression_Wanted\">"
                    + "<text>get value(labels, \"wanted\")</text></inputExpression></input>"
                    + "<input id=\"Input_PriorityLabel\"")
            .replaceAll(
                "(<rule id=\"(\\w+)\">(?:<description>[^<]*</description>)?)",
                "$1<inputEntry id=\"Wanted_$2\"><text></text></inputEntry>")
            .replaceFirst(
                "<rule id=",
                "<rule id=\"Rule_Wanted\"><inputEntry id=\"W0\"><text>\"soon\"</text></inputEntry>"
                    + "<inputEntry id=\"W1\"><text></text></inputEntry>"
                    + "<inputEntry id=\"W2\"><text></text></inputEntry>"
                    + "<inputEntry id=\"W3\"><text></text></inputEntry>"
                    + "<inputEntry id=\"W4\"><text></text></inputEntry>"
                    + "<outputEntry id=\"W5\"><text>\"P2\"</text></outputEntry></rule><rule id=");
    int version = save(changed, 0).statusCode(200).extract().path("version");

    rest.admin()
        .body("{\"alertname\": \"Any\", \"severity\": \"info\", \"wanted\": \"soon\"}")
        .post("/api/v1/tables/dry-run")
        .then()
        .statusCode(200)
        .body("priority.value", equalTo("P2"))
        .body("priority.rules[0]", equalTo(1))
        .body("team.value", equalTo("everyone"))
        .body("teamExists", equalTo(true))
        .body("responder", equalTo("Administrator"));
    rest.admin()
        .body("{}")
        .post("/api/v1/tables/dry-run?hour=168")
        .then()
        .statusCode(422)
        .body("field", equalTo("hour"));
    // It is in force within a second, on every node.
    AtomicInteger host = new AtomicInteger();
    Rest.eventually()
        .until(() -> priorityOfNew("TableTried" + host.incrementAndGet()).equals("P2"));

    save(document, 0).statusCode(409);
    activate(0);
    assertThat(document()).isEqualTo(document);
    activate(version);
    assertThat(document()).contains("Rule_Wanted");
  }

  private String priorityOfNew(String name) {
    Map<String, String> labels =
        Map.of("alertname", name, "instance", "table-1:9100", "severity", "info", "wanted", "soon");
    rest.fire(Map.of("labels", labels, "endsAt", Instant.now().plusSeconds(3600).toString()));
    return rest.of(rest.awaitTicket(name + " on"), "priority");
  }

  @Test
  void aBrokenOneIsRefusedAndTheOldOneStays() {
    String document = document();
    save(document.replace("<text>\"P4\"</text>", "<text>\"P9\"</text>"), 0)
        .statusCode(422)
        .body("detail", containsString("P9"));
    save(document.replaceFirst("<rule id=\"Rule_Otherwise\">.*</rule>", ""), 0)
        .statusCode(422)
        .body("detail", containsString("No rule matches"));
    save("<definitions/>", 0).statusCode(422);
    assertThat(document()).isEqualTo(document);
  }

  @Test
  void howManyBurnIsCountedWhenMoreJoin() {
    String counting =
        document()
            .replace(
                " typeRef=\"string\"><text>priorityLabel</text>", "><text>members &gt; 2</text>")
            .replaceAll("<text>\"(P\\d)\",\"p\\d\"</text>", "<text>true</text>");
    save(counting, 0).statusCode(200);
    Rest.eventually().until(() -> priorityOfMany("Crowd0").equals("P1"));
    rest.admin()
        .body("{\"severity\": \"info\"}")
        .post("/api/v1/tables/dry-run?members=3")
        .then()
        .statusCode(200)
        .body("priority.value", equalTo("P1"));
    fireMember("CrowdSlowly", 1);
    int slowly = rest.awaitTicket("CrowdSlowly");
    assertThat(rest.<String>of(slowly, "priority")).isEqualTo("P4");
    fireMember("CrowdSlowly", 2);
    assertThat(rest.<String>of(slowly, "priority")).isEqualTo("P4");
    fireMember("CrowdSlowly", 3);
    assertThat(rest.<String>of(slowly, "priority")).isEqualTo("P1");
  }

  private final AtomicInteger crowds = new AtomicInteger();

  /** Of a new ticket with three members. */
  private String priorityOfMany(String name) {
    String own = name + "x" + crowds.incrementAndGet();
    rest.push()
        .body(List.of(member(own, 1), member(own, 2), member(own, 3)))
        .post("/api/v2/alerts")
        .then()
        .statusCode(200);
    return rest.of(rest.awaitTicket(own), "priority");
  }

  private void fireMember(String name, int device) {
    rest.fire(member(name, device));
  }

  private static Map<String, Object> member(String name, int device) {
    return Map.of(
        "labels",
        Map.of(
            "alertname",
            name,
            "instance",
            "crowd-1:9100",
            "device",
            "sd" + device,
            "severity",
            "info"),
        "endsAt",
        Instant.now().plusSeconds(3600).toString());
  }
}
