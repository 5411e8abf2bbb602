package org.dashdot.web.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.dashdot.access.Administration;
import org.dashdot.access.Administration.PersonRow;
import org.dashdot.access.Right;
import org.dashdot.oncall.DutyLists;
import org.dashdot.oncall.DutyLists.OverrideRow;
import org.dashdot.oncall.DutyLists.RotationRow;
import org.dashdot.oncall.DutyReader;
import org.dashdot.oncall.DutyReader.ShiftRow;
import org.dashdot.oncall.Overrides;

/** What is changed in a rotation for a while: overrides, swaps, and those of a calendar file. */
@Named
@RequestScoped
public class DutyChanges {

  private static final Duration SWAPPED_AHEAD = Duration.ofDays(56);
  private static final int LARGEST = 1 << 19;

  @Inject DutyLists lists;
  @Inject DutyReader reader;
  @Inject Overrides overrides;
  @Inject Administration administration;
  @Inject HttpServletRequest request;
  @Inject Times times;
  @Inject Clock clock;
  @Inject Me me;

  private RotationRow rotation;
  private List<OverrideRow> open;
  private List<ShiftRow> shifts;
  private Long person;
  private String from;
  private String until;
  private String reason;
  private String one;
  private String other;
  private Part calendar;

  @PostConstruct
  void read() {
    rotation = lists.rotation(DutyRotation.number(request.getParameter("rotation")), me.actor());
    open =
        Acts.asShown(
            "overrides",
            () ->
                lists.overrides(me.actor()).stream()
                    .filter(o -> o.rotation().equals(rotation.id()))
                    .toList());
    person = me.getId();
    Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
    from = Moments.written(hour.plus(1, ChronoUnit.HOURS), me.zone());
    until = Moments.written(hour.plus(9, ChronoUnit.HOURS), me.zone());
  }

  public void take() {
    Acts.then(
        address(),
        "duty.taken",
        () ->
            overrides.take(
                rotation.id(),
                isMay() ? person : me.getId(),
                Moments.read("from", from, me.zone()),
                Moments.read("until", until, me.zone()),
                reason,
                me.actor()));
  }

  public void swap() {
    Acts.then(
        address(),
        "duty.swapped",
        () -> overrides.swap(rotation.id(), moment(one), moment(other), null, me.actor()));
  }

  private static Instant moment(String text) {
    return text == null ? null : Instant.parse(text);
  }

  public void giveBack(Long id) {
    Acts.then(address(), "duty.given.back", () -> overrides.giveBack(id, me.actor()));
  }

  public void upload() {
    Acts.then(address(), "duty.imported", () -> overrides.read(rotation.id(), text(), me.actor()));
  }

  private String text() {
    if (calendar == null) {
      return null;
    }
    try (InputStream in = calendar.getInputStream()) {
      return new String(in.readNBytes(LARGEST + 1), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String address() {
    return "/duty/changes?rotation=" + rotation.id();
  }

  public boolean isMay() {
    return me.may(Right.EDIT_DUTY, null);
  }

  /** Whether the one who looks may take it back. */
  public boolean mayGiveBack(OverrideRow row) {
    return isMay() || !row.swap() && Objects.equals(row.personId(), me.getId());
  }

  /** Those that two people can exchange. */
  public List<ShiftRow> getShifts() {
    if (shifts == null) {
      Instant now = clock.instant();
      shifts =
          Acts.asShown(
              "shifts",
              () ->
                  reader
                      .schedule(rotation.id(), now, now.plus(SWAPPED_AHEAD), me.actor())
                      .shifts()
                      .stream()
                      .filter(shift -> !shift.gap())
                      .toList());
    }
    return shifts;
  }

  /** A shift's moment as the form sends it: inside of it, also when it runs already. */
  public String key(ShiftRow shift) {
    return shift.until().minusSeconds(1).toString();
  }

  public String words(ShiftRow shift) {
    return shift.person() + ", " + times.at(shift.from()) + " – " + times.at(shift.until());
  }

  public List<PersonRow> getPeople() {
    return administration.people(me.actor()).stream().filter(PersonRow::active).toList();
  }

  public RotationRow getRotation() {
    return rotation;
  }

  public List<OverrideRow> getOpen() {
    return open;
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

  public String getOne() {
    return one;
  }

  public void setOne(String one) {
    this.one = one;
  }

  public String getOther() {
    return other;
  }

  public void setOther(String other) {
    this.other = other;
  }

  public Part getCalendar() {
    return calendar;
  }

  public void setCalendar(Part calendar) {
    this.calendar = calendar;
  }
}
