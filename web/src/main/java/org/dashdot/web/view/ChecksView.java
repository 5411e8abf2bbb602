package org.dashdot.web.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.dashdot.access.Right;
import org.dashdot.check.CheckVersion;
import org.dashdot.check.Checks;

/** All checks as they are in force. */
@Named
@RequestScoped
public class ChecksView {

  @Inject Checks checks;
  @Inject Me me;

  /**
   * A check in a list.
   *
   * @param of the integrations it is for; empty for all
   */
  public record Row(CheckVersion version, String of, String when, String severity) {}

  public List<Row> getRows() {
    return checks.all().stream()
        .map(
            version ->
                new Row(
                    version,
                    String.join(", ", version.check().scope().integrations()),
                    version.check().condition(),
                    version.check().severity().word()))
        .toList();
  }

  /** Whether this person may write checks of any kind. */
  public boolean isMay() {
    return me.may(Right.EDIT_RULES, null);
  }
}
