package org.dashdot.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person makes a token for a program of theirs, and takes it back. */
@Tag("once")
class AccountIT {

  @RegisterExtension final Visit visit = Visit.shared();

  @Test
  void programMayWhatItsPersonMayUntilTheTokenIsRevoked() {
    Page page = visit.page();
    visit.logInAt("/account");
    String secret = made(page, "nightly report");
    visit.shot("account");
    assertThat(statusWith(secret)).isEqualTo(200);

    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Revoke nightly report"))
        .click();
    page.getByText("revoked", new Page.GetByTextOptions().setExact(true)).first().waitFor();
    assertThat(statusWith(secret)).isEqualTo(401);
  }

  @Test
  void theTokenThatIsSeenIsTheOneThatIsRevoked() {
    Page page = visit.page();
    visit.logInAt("/account");
    String first = made(page, "seen");
    Page other = visit.context().newPage();
    other.navigate(RunningServer.shared().url() + "/account");
    String second = made(other, "made meanwhile");

    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Revoke seen")).click();
    page.getByText("revoked", new Page.GetByTextOptions().setExact(true)).first().waitFor();
    assertThat(statusWith(first)).isEqualTo(401);
    assertThat(statusWith(second)).isEqualTo(200);
  }

  private static String made(Page page, String name) {
    page.fill("[id='token:name']", name);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make the token")).click();
    return page.locator("#secret").textContent();
  }

  @Test
  void wrongPresentPasswordChangesNothing() {
    Page page = visit.page();
    visit.logInAt("/account");
    page.fill("[id='password:old']", "not it");
    page.fill("[id='password:fresh']", "a long enough one");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Change the password"))
        .click();
    page.getByText("This is not your present password.").first().waitFor();
    new Rest(RunningServer.shared()).admin().get("/api/v1/tickets").then().statusCode(200);
  }

  @Test
  void whatIsWrongWithANewPasswordIsSaidAtItsInput() {
    Page page = visit.page();
    visit.logInAt("/account");
    visit.shot("account-password");
    changePassword("", "a long enough one");
    assertThat(faultAt("password:old")).contains("not your present password");
    changePassword(RunningServer.ADMIN_PASSWORD, "short");
    assertThat(faultAt("password:fresh")).contains("10 to 200 characters");
    page.setViewportSize(360, 740);
    visit.fullShot("account-password-phone");
    new Rest(RunningServer.shared()).admin().get("/api/v1/tickets").then().statusCode(200);
  }

  private void changePassword(String old, String fresh) {
    visit.page().fill("[id='password:old']", old);
    visit.page().fill("[id='password:fresh']", fresh);
    visit.page().locator("[id=password] button[type=submit]").click();
  }

  private String faultAt(String input) {
    visit.page().locator("[id='" + input + "'][aria-invalid=true]").waitFor();
    return visit.page().locator("[id=password] .fault").textContent();
  }

  private static int statusWith(String secret) {
    return given()
        .baseUri(RunningServer.shared().url())
        .header("Authorization", "Bearer " + secret)
        .get("/api/v1/tickets")
        .statusCode();
  }
}
