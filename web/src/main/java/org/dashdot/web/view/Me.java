package org.dashdot.web.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.dashdot.access.Actor;
import org.dashdot.access.Administration;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.access.http.Caller;

/** Who looks at the page. */
@Named
@RequestScoped
public class Me {

  @Inject Caller caller;
  @Inject Administration administration;

  private ZoneId zone;

  public boolean isAnonymous() {
    return caller.isAnonymous();
  }

  public String getName() {
    return caller.isAnonymous() ? "" : caller.actor().name();
  }

  /** The person's number; null for a stranger. */
  public Long getId() {
    return caller.isAnonymous() ? null : caller.actor().personId();
  }

  public boolean isAdmin() {
    return may(Right.ADMINISTER, null);
  }

  Actor actor() {
    return caller.actor();
  }

  boolean may(Right right, Long teamId) {
    return !caller.isAnonymous() && Rights.allows(caller.actor(), right, teamId);
  }

  /** Whether the person may work on tickets, if only on those of their own teams. */
  boolean mayWork() {
    return may(Right.WORK, null)
        || actor().teams().stream().anyMatch(team -> may(Right.WORK, team));
  }

  /** The person's own time zone. */
  ZoneId zone() {
    if (zone == null) {
      zone = caller.isAnonymous() ? ZoneOffset.UTC : zoneOf(caller.actor());
    }
    return zone;
  }

  /** The name by which the person logs in; empty for a stranger. */
  public String getLogin() {
    return caller.isAnonymous()
        ? ""
        : row(caller.actor()).map(Administration.PersonRow::login).orElse("");
  }

  private ZoneId zoneOf(Actor actor) {
    return row(actor).map(person -> ZoneId.of(person.zone())).orElse(ZoneOffset.UTC);
  }

  private Optional<Administration.PersonRow> row(Actor actor) {
    return administration.people(actor).stream()
        .filter(person -> person.id().equals(actor.personId()))
        .findFirst();
  }
}
