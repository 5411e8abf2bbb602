package org.dashdot.web.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.dashdot.access.Administration;
import org.dashdot.access.Administration.PersonRow;
import org.dashdot.access.Right;
import org.dashdot.oncall.Absences;
import org.dashdot.oncall.DutyLists;
import org.dashdot.oncall.DutyLists.AbsenceRow;

/** Who is away when, and a form to say so. */
@Named
@RequestScoped
public class DutyAway {

  private static final String ADDRESS = "/duty/away";

  @Inject DutyLists lists;
  @Inject Absences absences;
  @Inject Administration administration;
  @Inject Clock clock;
  @Inject Me me;

  private List<AbsenceRow> rows;
  private Long person;
  private String from;
  private String until;
  private String reason;

  @PostConstruct
  void read() {
    rows = Acts.asShown("absences", () -> lists.absences(me.actor()));
    person = me.getId();
    Instant day =
        clock.instant().atZone(me.zone()).truncatedTo(ChronoUnit.DAYS).plusDays(1).toInstant();
    from = Moments.written(day, me.zone());
    until = Moments.written(day.atZone(me.zone()).plusDays(7).toInstant(), me.zone());
  }

  public void enter() {
    Acts.then(
        ADDRESS,
        "duty.away.entered",
        () ->
            absences.enter(
                isMay() ? person : me.getId(),
                Moments.read("from", from, me.zone()),
                Moments.read("until", until, me.zone()),
                reason,
                me.actor()));
  }

  public void takeBack(Long id) {
    Acts.then(ADDRESS, "duty.away.taken.back", () -> absences.takeBack(id, me.actor()));
  }

  public boolean isMay() {
    return me.may(Right.EDIT_DUTY, null);
  }

  public boolean mayTakeBack(AbsenceRow row) {
    return isMay() || Objects.equals(row.personId(), me.getId());
  }

  public List<PersonRow> getPeople() {
    return administration.people(me.actor()).stream().filter(PersonRow::active).toList();
  }

  public List<AbsenceRow> getRows() {
    return rows;
  }

  public Long getPerson() {
    return person;
  }

  public void setPerson(Long person) {
    this.person = person;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  public String getUntil() {
    return until;
  }

  public void setUntil(String until) {
    this.until = until;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
