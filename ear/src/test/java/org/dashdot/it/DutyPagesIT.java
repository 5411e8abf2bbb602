package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People plan who is on duty, and hand a shift over. */
class DutyPagesIT {

  @RegisterExtension final Visit visit = Visit.shared();

  private final Rest rest = new Rest(RunningServer.shared());
  private DutyTeam team;

  @BeforeEach
  void makeTeam() {
    team = new DutyTeam(visit);
  }

  @Test
  void pagesPlanARotationWithLayersAndTakeACalendar() {
    int first = team.rotation();
    visit.open("/duty/rotation");
    Page page = visit.page();
    page.selectOption("[id='rotation:team']", new SelectOption().setLabel(team.name));
    page.fill("[id='rotation:name']", "first");
    page.locator("form[id=rotation] button[type=submit]").first().click();
    assertThat(page.locator(".field:has([id='rotation:name']) .fault").textContent())
        .contains("already");
    page.fill("[id='rotation:name']", "second");
    page.fill("[id='rotation:zone']", "Europe/Berlin");
    page.uncheck("[id='rotation:watched']");
    DutyTeam.submit(visit, "rotation");
    page.getByText("Add a layer on top").click();
    page.selectOption("[id='layer:kind']", "DAILY");
    page.getByLabel("Monday", new Page.GetByLabelOptions().setExact(true)).check();
    page.selectOption("[id='layer:turns:0:who']", new SelectOption().setLabel("Emil Second"));
    page.selectOption("[id='layer:turns:1:who']", new SelectOption().setLabel("Dora First"));
    DutyTeam.submit(visit, "layer");
    Locator layer = page.locator("[id=layers] .word");
    assertThat(layer.textContent()).contains("Emil Second, Dora First", "Every day, 09:00", "Mon");

    visit.open("/duty/changes?rotation=" + first);
    page.setInputFiles(
        "[id='import:calendar']",
        new FilePayload(
            "bad.ics",
            "text/calendar",
            DutyTeam.calendar(DutyTeam.event("nobody", Duration.ofHours(1))).getBytes()));
    page.locator("form[id=import] button[type=submit]").click();
    assertThat(page.locator(".fault").first().textContent()).contains("Nothing was imported");
    page.setInputFiles(
        "[id='import:calendar']",
        new FilePayload(
            "good.ics",
            "text/calendar",
            DutyTeam.calendar(DutyTeam.event("dora", Duration.ofHours(1))).getBytes()));
    DutyTeam.submit(visit, "import");
    Visit.shows(page.locator("[id=open] .word"), 1);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Give back: Dora First"))
        .click();
    page.locator(".messages .fine").waitFor();
    Visit.shows(page.locator("[id=open] .word"), 0);
    visit.open("/duty");
    Visit.shows(page.locator(".rotation", new Page.LocatorOptions().setHasText(team.name)), 2);

    page.locator(".rotation", new Page.LocatorOptions().setHasText(team.name + ", second"))
        .getByText("Change " + team.name)
        .click();
    page.getByText("Remove this rotation").click();
    page.locator(".messages .fine").waitFor();
    Visit.shows(page.locator(".rotation", new Page.LocatorOptions().setHasText(team.name)), 1);
    visit.open("/duty/rotation?id=" + first);
    page.getByText("Remove this rotation").click();
    assertThat(page.locator(".messages .error").textContent()).contains("only rotation");
  }

  @Test
  void theNextPersonTakesOverWhatIsHighInTheLastQuarterOfAnHour() {
    String outgoing = team.onDuty();
    // Whoever has the week hands over to the administrator in ten minutes.
    int other = team.take("admin", team.now.plusSeconds(600), team.now.plusSeconds(7200));
    fire("HandMe", team.now.plusSeconds(3600));
    int ticket = rest.awaitTicket("HandMe of " + team.name);
    assertThat(rest.<String>of(ticket, "assignee")).isEqualTo(outgoing);
    visit.open("/duty/handover");
    Page page = visit.page();
    Locator card = page.locator(".handover", new Page.LocatorOptions().setHasText(team.name));
    assertThat(card.textContent()).contains(outgoing, "Administrator", "HandMe of " + team.name);
    visit.fullShot("duty-handover");
    card.locator("textarea").fill("look at the disk");
    card.getByText("Save the note").click();
    page.locator(".messages .fine").waitFor();
    assertThat(card.locator("textarea").inputValue()).isEqualTo("look at the disk");

    card.getByText("Take all").click();

    page.locator(".messages .fine").waitFor();
    assertThat(card.textContent()).contains("taken by Administrator");
    assertThat(rest.<String>of(ticket, "assignee")).isEqualTo("Administrator");
    rest.admin().delete("/api/v1/duty/overrides/{id}", other).then().statusCode(204);
    fire("HandMe", team.now.minusSeconds(1));
  }

  @Test
  void whatIsHighAndIsNotTakenInTimeSaysSo() {
    boolean dora = team.onDuty().equals("Dora First");
    team.take(dora ? "emil" : "dora", team.now.minusSeconds(60), Instant.now().plusSeconds(15));
    fire("LeaveMe", team.now.plusSeconds(3600));
    int ticket = rest.awaitTicket("LeaveMe of " + team.name);
    String outgoing = dora ? "Emil Second" : "Dora First";
    assertThat(rest.<String>of(ticket, "assignee")).isEqualTo(outgoing);

    // It is looked at twice a minute, and each of the two steps may wait for the next look.
    Rest.eventually()
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                // First both are told, then whoever leads.
                texts(ticket).stream().filter(t -> t.contains("nobody took this over")).count()
                    == 2);

    assertThat(rest.<String>of(ticket, "assignee")).as("it stays").isEqualTo(outgoing);
    fire("LeaveMe", team.now.minusSeconds(1));
  }

  private List<String> texts(int ticket) {
    return rest.admin()
        .get("/api/v1/tickets/{n}/timeline", ticket)
        .then()
        .extract()
        .path("items.text");
  }

  /** A high one for this test's team. */
  private void fire(String name, Instant until) {
    rest.fire(
        Map.of(
            "labels",
                Map.of(
                    "alertname",
                    name,
                    "instance",
                    team.name,
                    "severity",
                    "critical",
                    "team",
                    team.name),
            "annotations", Map.of("summary", name + " of " + team.name),
            "endsAt", until.toString()));
  }
}
