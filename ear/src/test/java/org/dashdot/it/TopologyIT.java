package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** While a switch is down, what is behind it raises no ticket of its own. */
class TopologyIT {

  private final Rest rest = new Rest(RunningServer.shared());

  @Test
  void whatNeedsWhatIsDownRaisesNoTicketUntilItIsUp() {
    rest.admin()
        .contentType("text/csv")
        .body("rack-1,connected to,switch-it\nrack-2,connected to,switch-it\n")
        .put("/api/v1/topology/racks")
        .then()
        .statusCode(200)
        .body("relations", equalTo(2));
    rest.admin()
        .get("/api/v1/topology?q=rack-1")
        .then()
        .statusCode(200)
        .body("items.on", hasItem("switch-it"));
    rest.fire(Rest.alert("HostDown", "switch-it", "critical"));
    int down = rest.awaitTicket("HostDown on switch-it");
    Rest.eventually()
        .until(
            () -> {
              rest.fire(Rest.alert("Behind" + System.nanoTime(), "rack-1", "info"));
              return "suppressed".equals(lastState("rack-1:9100"));
            });
    rest.fire(Rest.alert("BehindSwitch", "rack-2", "warning"));
    assertThat(rest.tickets("BehindSwitch on rack-2")).isEmpty();
    rest.fire(Rest.over("HostDown", "switch-it", "critical"));
    Rest.eventually().until(() -> !rest.burns(down));
    int own = rest.awaitTicket("BehindSwitch on rack-2");
    assertThat(rest.burns(own)).isTrue();
    rest.fire(Rest.over("BehindSwitch", "rack-2", "warning"));
    rest.admin().delete("/api/v1/topology/racks").then().statusCode(204);
  }

  private String lastState(String instance) {
    List<String> states =
        rest.admin()
            .get("/api/v2/alerts?filter={f}", "instance=\"" + instance + "\"")
            .then()
            .statusCode(200)
            .extract()
            .path("status.state");
    return states.contains("suppressed") ? "suppressed" : "active";
  }

  @Test
  void whatLabelsNameIsLearntAndABrokenInventoryChangesNothing() {
    rest.push()
        .body(
            List.of(
                Map.of(
                    "labels",
                    Map.of(
                        "alertname",
                        "Learnt",
                        "instance",
                        "learn-1:80",
                        "service",
                        "learning",
                        "severity",
                        "info"))))
        .post("/api/v2/alerts")
        .then()
        .statusCode(200);
    Rest.eventually()
        .until(
            () ->
                rest.admin()
                    .get("/api/v1/topology?q=learning")
                    .then()
                    .extract()
                    .<List<String>>path("items.on")
                    .contains("learn-1"));
    rest.admin()
        .contentType("text/csv")
        .body("a,runs on,b\nc,sits on,d")
        .put("/api/v1/topology/broken")
        .then()
        .statusCode(422)
        .body("detail", containsString("Line 2"));
    rest.admin().get("/api/v1/topology?q=broken").then().body("items.size()", equalTo(0));
  }
}
