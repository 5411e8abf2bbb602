package org.dashdot.it;

import static io.restassured.RestAssured.given;

import org.junit.jupiter.api.Test;

/** The first thing anyone asks of it. */
class ReadyIT {

  private final RunningServer server = RunningServer.shared();

  @Test
  void answersReadyWithoutLogin() {
    given().baseUri(server.url()).get("/api/v1/health/ready").then().statusCode(200);
  }
}
