package org.dashdot.web.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DayOfWeek;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dashdot.access.Administration;
import org.dashdot.access.Administration.TeamRow;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.oncall.DutyLists;
import org.dashdot.oncall.DutyLists.LayerRow;
import org.dashdot.oncall.DutyLists.RotationRow;
import org.dashdot.oncall.Hours;
import org.dashdot.oncall.RotationDesk;

/** A rotation with its layers; without an id a new one. */
@Named
@RequestScoped
public class DutyRotation {

  private static final DateTimeFormatter FIRST_TURN =
      DateTimeFormatter.ofPattern("EEEE d MMM yyyy HH:mm", Locale.ENGLISH);

  @Inject DutyLists lists;
  @Inject RotationDesk desk;
  @Inject Administration administration;
  @Inject HttpServletRequest request;
  @Inject Me me;

  private RotationRow rotation;
  private Long team;
  private String name = "second";
  private String zone = "UTC";
  private boolean watched = true;
  private Long saved;

  @PostConstruct
  void read() {
    Rights.check(me.actor(), Right.EDIT_DUTY, null);
    Long id = number(request.getParameter("id"));
    if (id != null) {
      rotation = Acts.asShown("rotation", () -> lists.rotation(id, me.actor()));
      team = rotation.teamId();
      name = rotation.name();
      zone = rotation.zone().getId();
      watched = rotation.watched();
    } else {
      zone = me.zone().getId();
    }
  }

  /** Null when it is none. */
  static Long number(String text) {
    return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
  }

  public void save() {
    Acts.then(
        () -> "/duty/rotation?id=" + saved,
        "duty.saved",
        () -> saved = desk.save(getId(), team, name, zone, watched, me.actor()));
  }

  public void remove() {
    Acts.then("/duty", "duty.rotation.removed", () -> desk.remove(getId(), me.actor()));
  }

  public void removeLayer(Long layer) {
    Acts.then(
        "/duty/rotation?id=" + getId(),
        "duty.layer.removed",
        () -> desk.removeLayer(getId(), layer, me.actor()));
  }

  /** When its turns change, in a sentence. */
  public String words(LayerRow layer) {
    String every =
        switch (layer.kind()) {
          case DAILY -> Acts.text("duty.layer.daily");
          case WEEKLY ->
              Acts.text("duty.layer.weekly")
                  + " "
                  + (layer.weekday() == null ? layer.starts().getDayOfWeek() : layer.weekday())
                      .getDisplayName(TextStyle.FULL, Locale.ENGLISH);
          case DAYS -> Acts.text("duty.layer.every").replace("{0}", String.valueOf(layer.days()));
        };
    return every
        + ", "
        + layer.handOver()
        + "; "
        + Acts.text("duty.layer.since")
        + " "
        + FIRST_TURN.format(layer.starts())
        + (layer.hours() == null
            ? ""
            : "; " + Acts.text("duty.layer.only") + " " + words(layer.hours()));
  }

  static String words(Hours hours) {
    return hours.days().stream()
            .sorted()
            .map((DayOfWeek day) -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
            .collect(Collectors.joining(", "))
        + " "
        + hours.from()
        + "–"
        + hours.until();
  }

  public RotationRow getRotation() {
    return rotation;
  }

  /** Null for a new one. */
  public Long getId() {
    return rotation == null ? null : rotation.id();
  }

  public List<TeamRow> getTeams() {
    return administration.teams(me.actor());
  }

  public Long getTeam() {
    return team;
  }

  public void setTeam(Long team) {
    this.team = team;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getZone() {
    return zone;
  }

  public void setZone(String zone) {
    this.zone = zone;
  }

  public boolean isWatched() {
    return watched;
  }

  public void setWatched(boolean watched) {
    this.watched = watched;
  }
}
