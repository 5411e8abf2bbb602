package org.dashdot.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of caller gets the answer that it understands, and nobody more than is theirs. */
@Tag("once")
class AccessIT {

  private static final String COOKIE = "dashdot-login";

  private static RequestSpecification stranger() {
    return given()
        .config(
            RestAssuredConfig.config()
                .redirect(RedirectConfig.redirectConfig().followRedirects(false)))
        .baseUri(RunningServer.shared().url());
  }

  private static Response login(String password, String from) {
    return stranger()
        .formParam("username", "admin")
        .formParam("password", password)
        .formParam("from", from)
        .post("/login");
  }

  private static Map<String, String> loggedIn() {
    return login(RunningServer.ADMIN_PASSWORD, "/tickets")
        .then()
        .statusCode(303)
        .extract()
        .cookies();
  }

  @Test
  void strangerAtAPageIsLedToTheLoginAndBack() {
    stranger()
        .get("/tickets?status=open")
        .then()
        .statusCode(303)
        .header("Location", equalTo("/?from=%2Ftickets%3Fstatus%3Dopen"));
    login(RunningServer.ADMIN_PASSWORD, "/tickets?status=open")
        .then()
        .statusCode(303)
        .header("Location", equalTo("/tickets?status=open"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"//evil.example/x", "https://evil.example/", "/\\evil.example"})
  void loginLeadsToNoOtherSite(String from) {
    login(RunningServer.ADMIN_PASSWORD, from).then().header("Location", equalTo("/"));
  }

  @Test
  void facesAjaxOfAStrangerIsRedirectedByAPartialResponse() {
    stranger()
        .header("Faces-Request", "partial/ajax")
        .formParam("x", "y")
        .post("/tickets")
        .then()
        .contentType(containsString("text/xml"))
        .body(containsString("<redirect url=\"/?login=expired"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/v1/dot", "/api/v1/dot/events", "/api/v1/tickets", "/engine-rest/version"})
  void programsAndStreamsGet401AndNeverARedirect(String path) {
    stranger()
        .get(path)
        .then()
        .statusCode(401)
        .contentType(containsString("json"))
        .header("WWW-Authenticate", notNullValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Basic %%%", "Basic YWRtaW4=", "Basic", "Bearer ", "Digest x", "Basic //8="})
  void malformedCredentialsAreRefusedAndNothingElse(String header) {
    stranger().header("Authorization", header).get("/api/v1/tickets").then().statusCode(401);
  }

  @Test
  void loginCookieIsOutOfReachOfScriptsAndOfOtherSites() {
    String cookie =
        login(RunningServer.ADMIN_PASSWORD, "/").headers().getValues("Set-Cookie").stream()
            .filter(c -> c.startsWith(COOKIE))
            .findFirst()
            .orElseThrow();
    assertThat(cookie).containsIgnoringCase("HttpOnly").containsIgnoringCase("SameSite=Lax");
  }

  @Test
  void sessionGetsANewNameAtLogin() {
    String before = stranger().get("/?from=%2Ftickets").getCookie("JSESSIONID");
    Response after =
        stranger()
            .cookie("JSESSIONID", before)
            .formParam("username", "admin")
            .formParam("password", RunningServer.ADMIN_PASSWORD)
            .post("/login");
    assertThat(before).isNotNull();
    assertThat(after.getCookie("JSESSIONID")).isNotNull().isNotEqualTo(before);
  }

  @Test
  void loginThatEndedIsToldAsSuch() {
    Map<String, String> cookies = loggedIn();
    stranger().cookies(cookies).get("/api/v1/tickets").then().statusCode(200);
    stranger().cookies(cookies).header("Sec-Fetch-Site", "same-origin").post("/logout");

    stranger().cookies(cookies).get("/api/v1/tickets").then().statusCode(401);
    stranger()
        .cookies(cookies)
        .get("/tickets")
        .then()
        .statusCode(303)
        .header("Location", startsWith("/?login=expired&from="));
  }

  @Test
  void anotherSitesPageCannotActWithAPersonsCookie() {
    Map<String, String> cookies = loggedIn();
    for (Map<String, String> headers :
        List.of(
            Map.of("Sec-Fetch-Site", "cross-site"),
            Map.of("Origin", "https://evil.example"),
            Map.of("Sec-Fetch-Site", "same-site"))) {
      stranger()
          .cookies(cookies)
          .headers(headers)
          .contentType("application/json")
          .body(Map.of("title", "forged"))
          .post("/api/v1/tickets")
          .then()
          .statusCode(403)
          .contentType(containsString("application/problem+json"));
      RunningServer.shared()
          .asAdmin()
          .headers(headers)
          .contentType("text/plain")
          .body("{\"title\": \"forged\", \"description\": \"=\"}")
          .post("/api/v1/tickets")
          .then()
          .statusCode(403);
    }
    assertThat(new Rest(RunningServer.shared()).tickets("forged")).isEmpty();
    stranger()
        .cookies(cookies)
        .header("Sec-Fetch-Site", "same-origin")
        .contentType("application/json")
        .body(Map.of("title", "own page"))
        .post("/api/v1/tickets")
        .then()
        .statusCode(201);
  }

  @Test
  void strangersCannotFillTheMemory() {
    stranger()
        .formParam("username", "x".repeat(20_000))
        .formParam("password", "guess")
        .post("/login")
        .then()
        .statusCode(413);
  }

  @Test
  void anotherSitesPageLogsNobodyInOrOut() {
    Map<String, String> cookies = loggedIn();
    for (Map<String, String> headers :
        List.of(Map.of("Sec-Fetch-Site", "cross-site"), Map.of("Origin", "https://evil.example"))) {
      stranger().cookies(cookies).headers(headers).post("/logout");
      stranger()
          .headers(headers)
          .formParam("username", "admin")
          .formParam("password", RunningServer.ADMIN_PASSWORD)
          .post("/login")
          .then()
          .header("Location", containsString("login=failed"));
    }
    stranger().cookies(cookies).get("/api/v1/tickets").then().statusCode(200);
  }

  @Test
  void guessesOfOthersShutNoSenderOut() {
    for (int tries = 0; tries < 11; tries++) {
      stranger().auth().preemptive().basic("sender", "a guess").get("/api/v1/tickets");
    }
    stranger()
        .auth()
        .preemptive()
        .basic("sender", Rest.TOKEN)
        .contentType("application/json")
        .body("[]")
        .post("/api/v2/alerts")
        .then()
        .statusCode(200);
  }

  @Test
  void refusedLoginsAreInTheAudit() {
    String name = "guessed-" + System.nanoTime();
    stranger().auth().preemptive().basic(name, "x").get("/api/v1/tickets").then().statusCode(401);
    new Rest(RunningServer.shared())
        .admin()
        .get("/api/v1/audit?q=" + name)
        .then()
        .statusCode(200)
        .body("items.action", hasItem("log in refused"));
  }

  @Test
  void everyAnswerForbidsFramesAndForeignScripts() {
    for (String path : new String[] {"/", "/api/v1/health/live", "/app/app.js", "/no-such-page"}) {
      stranger()
          .get(path)
          .then()
          .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
          .header("Content-Security-Policy", not(containsString("unsafe-eval")))
          .header("X-Content-Type-Options", equalTo("nosniff"));
    }
  }

  @Test
  void errorsOfTheInterfaceAreProblemsAndThoseOfTheEngineHaveTheEnginesShape() {
    Rest rest = new Rest(RunningServer.shared());
    for (String path : new String[] {"/api/v1/no-such-thing", "/api/v1/tickets/999999999"}) {
      rest.admin()
          .get(path)
          .then()
          .statusCode(404)
          .contentType(containsString("application/problem+json"))
          .body("title", notNullValue());
    }
    rest.admin()
        .get("/engine-rest/no-such-thing")
        .then()
        .statusCode(404)
        .body("type", notNullValue())
        .body("message", notNullValue());
  }
}
