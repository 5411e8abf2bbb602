package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An engineer edits a decision table in the portal; an administrator checks the audit of it. */
@Tag("once")
class TablesPagesIT {

  private static final String TABLE = "/tables/table?name=ticket-priority";

  @RegisterExtension final Visit visit = Visit.shared();

  private void press(String name) {
    visit
        .page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first()
        .click();
  }

  private String cell(String name) {
    return visit.page().locator("[name='" + name + "']").inputValue();
  }

  @Test
  void aTableIsEditedTriedSavedAndPutBack() {
    visit.logInAt(TABLE);
    Page page = visit.page();
    int rules = page.locator("[name^='result.']").count();
    press("Add a rule before rule 1");
    Visit.shows(page.locator("[name^='result.']"), rules + 1);
    press("Add a column");
    page.fill("[name='label.4']", "Service");
    page.fill("[name='expression.4']", "get value(labels, \"service\")");
    page.fill("[name='test.0.4']", "\"checkout\"");
    page.fill("[name='result.0']", "\"P1\"");
    page.fill("[name='remark.0']", "nobody can pay");
    page.fill("[id='grid:labels']", "alertname=\"Slow\", service=\"checkout\"");
    press("Try the labels");
    assertThat(page.locator(".outcome").textContent()).contains("P1", "by rule 1", "everyone");
    assertThat(cell("remark.0")).isEqualTo("nobody can pay");

    press("Save and put in force");
    assertThat(page.locator(".field:has([id='grid:remark']) .fault").textContent())
        .contains("Say why");
    page.fill("[id='grid:remark']", "checkout comes first");
    page.fill("[name='result.0']", "\"P7\"");
    press("Save and put in force");
    assertThat(page.locator(".messages .error").textContent()).contains("Rule 1", "P7");
    page.fill("[name='result.0']", "\"P1\"");
    page.fill("[id='grid:remark']", "checkout comes first");
    press("Save and put in force");
    page.locator(".messages .fine").waitFor();
    assertThat(cell("test.0.4")).isEqualTo("\"checkout\"");
    visit.fullShot("table-edited");

    page.setInputFiles(
        "[id='upload:file']",
        new FilePayload("broken.dmn", "application/xml", "<definitions/>".getBytes()));
    page.fill("[id='upload:remark']", "by mistake");
    press("Upload and put in force");
    assertThat(page.locator(".messages .error").textContent()).contains("This is not DMN");
    assertThat(cell("remark.0")).isEqualTo("nobody can pay");

    press("Put in force as shipped");
    page.locator(".messages .fine").waitFor();
    Visit.shows(page.locator("[name^='result.']"), rules);

    visit.open("/admin/audit?q=put+table");
    Locator rows = page.locator(".ui-datatable-data tr");
    assertThat(rows.first().textContent()).contains("Administrator", "ticket-priority version 0");
    press("Check the chain");
    assertThat(page.locator("[role=status].notice").textContent())
        .contains("entries are as they were written");
  }
}
