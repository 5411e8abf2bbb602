package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An escalation policy is made, seen in sentences, changed and removed. */
class PoliciesPagesIT {

  @RegisterExtension final Visit visit = Visit.shared();

  @Test
  void aPolicyIsPlannedInThePortal() {
    DutyTeam team = new DutyTeam(visit);
    Page page = visit.page();
    visit.open("/duty/policies");
    assertThat(page.locator(".policy", new Page.LocatorOptions().setHasText("P1")).textContent())
        .contains("After 5 min: the second on duty", "After 20 min: the managers");
    page.getByText("Add a policy").click();
    page.fill("[id='policy:name']", "nights of " + team.name);
    page.selectOption("[id='policy:team']", new SelectOption().setLabel(team.name));
    page.getByLabel("Saturday", new Page.GetByLabelOptions().setExact(true)).check();
    page.fill("[id='policy:places:0:after']", "soon");
    page.locator("form[id=policy] button[type=submit]").first().click();
    page.getByText("Write a time such as").waitFor();
    page.fill("[id='policy:places:0:after']", "7 min");
    page.fill("[id='policy:places:1:after']", "15 min");
    page.selectOption(
        "[id='policy:places:1:tell']", new SelectOption().setLabel("person Dora First"));
    page.fill("[id='policy:handBack']", "2 h");
    DutyTeam.submit(visit, "policy");

    Locator policy =
        page.locator(".policy", new Page.LocatorOptions().setHasText("nights of " + team.name));
    assertThat(policy.textContent())
        .contains(
            "P1, P2",
            "Sat 20:00–08:00",
            "After 7 min: the second on duty",
            "After 15 min: person Dora First",
            "does nothing for 2 h");
    visit.shot("policies");
    policy.getByText("Change").click();
    assertThat(page.inputValue("[id='policy:places:1:after']")).isEqualTo("15 min");
    page.getByText("Remove this policy").click();
    page.locator(".messages .fine").waitFor();
    Visit.shows(policy, 0);
  }
}
