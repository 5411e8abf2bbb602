package org.dashdot.web.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dashdot.access.Administration;
import org.dashdot.access.Administration.PersonRow;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.oncall.DutyLists;
import org.dashdot.oncall.DutyLists.LayerRow;
import org.dashdot.oncall.DutyLists.RotationRow;
import org.dashdot.oncall.Hours;
import org.dashdot.oncall.RotationDesk;
import org.dashdot.oncall.RotationLayer;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Unknown;

/** The form of one layer of a rotation; without a layer's id a new one on top. */
@Named
@RequestScoped
public class DutyLayer {

  private static final int FREE_TURNS = 3;
  private static final String NINE = "09:00";

  @Inject DutyLists lists;
  @Inject RotationDesk desk;
  @Inject Administration administration;
  @Inject HttpServletRequest request;
  @Inject Clock clock;
  @Inject Me me;

  private RotationRow rotation;
  private Long id;
  private RotationLayer.Kind kind = RotationLayer.Kind.WEEKLY;
  private int days = 7;
  private DayOfWeek weekday = DayOfWeek.MONDAY;
  private String starts;
  private String handOver = NINE;
  private DayOfWeek[] hoursDays = {};
  private String hoursFrom = NINE;
  private String hoursUntil = "17:00";
  private List<Turn> turns;
  private List<PersonRow> people;

  /** A place in the order of turns; nobody's when the person is null. */
  public static final class Turn {
    private Long person;

    Turn(Long person) {
      this.person = person;
    }

    public Long getPerson() {
      return person;
    }

    public void setPerson(Long person) {
      this.person = person;
    }
  }

  @PostConstruct
  void read() {
    Rights.check(me.actor(), Right.EDIT_DUTY, null);
    rotation = lists.rotation(DutyRotation.number(request.getParameter("rotation")), me.actor());
    people = administration.people(me.actor()).stream().filter(PersonRow::active).toList();
    id = DutyRotation.number(request.getParameter("id"));
    starts = LocalDate.ofInstant(clock.instant(), rotation.zone()).toString();
    List<Long> members = List.of();
    if (id != null) {
      LayerRow layer =
          rotation.layers().stream()
              .filter(one -> one.id().equals(id))
              .findFirst()
              .orElseThrow(() -> new Unknown("There is no such layer any more."));
      show(layer);
      members = layer.members();
    }
    List<Long> seated = members;
    int size = Acts.asShown("turns", () -> seated.size() + FREE_TURNS);
    turns =
        IntStream.range(0, size)
            .mapToObj(i -> new Turn(i < seated.size() ? seated.get(i) : null))
            .toList();
  }

  private void show(LayerRow layer) {
    kind = layer.kind();
    days = layer.days();
    weekday = layer.weekday();
    starts = layer.starts().toLocalDate().toString();
    handOver = layer.handOver().toString();
    if (layer.hours() != null) {
      hoursDays = layer.hours().days().toArray(DayOfWeek[]::new);
      hoursFrom = layer.hours().from().toString();
      hoursUntil = layer.hours().until().toString();
    }
  }

  public void save() {
    Acts.then(
        "/duty/rotation?id=" + rotation.id(),
        "duty.saved",
        () ->
            desk.saveLayer(
                rotation.id(),
                new RotationDesk.Wish(
                    id,
                    kind,
                    days,
                    weekday,
                    read("starts", starts, LocalDate::parse),
                    read("handOver", handOver, LocalTime::parse),
                    turns.stream().map(Turn::getPerson).filter(Objects::nonNull).toList(),
                    hours()),
                me.actor()));
  }

  private Hours hours() {
    if (hoursDays.length == 0) {
      return null;
    }
    Set<DayOfWeek> chosen = EnumSet.noneOf(DayOfWeek.class);
    Stream.of(hoursDays).forEach(chosen::add);
    return new Hours(
        chosen,
        read("hoursFrom", hoursFrom, LocalTime::parse),
        read("hoursUntil", hoursUntil, LocalTime::parse));
  }

  private static <T> T read(String field, String text, Function<String, T> parse) {
    try {
      return parse.apply(text == null ? "" : text.trim());
    } catch (DateTimeException e) {
      throw new InvalidInput(field, "This is no day or time: " + (text == null ? "" : text));
    }
  }

  /** The days of the week. */
  public DayOfWeek[] getWeek() {
    return DayOfWeek.values();
  }

  public RotationLayer.Kind[] getKinds() {
    return RotationLayer.Kind.values();
  }

  public RotationRow getRotation() {
    return rotation;
  }

  /** Null for a new one. */
  public Long getId() {
    return id;
  }

  public List<PersonRow> getPeople() {
    return people;
  }

  public List<Turn> getTurns() {
    return turns;
  }

  public RotationLayer.Kind getKind() {
    return kind;
  }

  public void setKind(RotationLayer.Kind kind) {
    this.kind = kind;
  }

  public int getDays() {
    return days;
  }

  public void setDays(int days) {
    this.days = days;
  }

  public DayOfWeek getWeekday() {
    return weekday;
  }

  public void setWeekday(DayOfWeek weekday) {
    this.weekday = weekday;
  }

  public String getStarts() {
    return starts;
  }

  public void setStarts(String starts) {
    this.starts = starts;
  }

  public String getHandOver() {
    return handOver;
  }

  public void setHandOver(String handOver) {
    this.handOver = handOver;
  }

  public DayOfWeek[] getHoursDays() {
    return hoursDays.clone();
  }

  public void setHoursDays(DayOfWeek[] hoursDays) {
    this.hoursDays = hoursDays.clone();
  }

  public String getHoursFrom() {
    return hoursFrom;
  }

  public void setHoursFrom(String hoursFrom) {
    this.hoursFrom = hoursFrom;
  }

  public String getHoursUntil() {
    return hoursUntil;
  }

  public void setHoursUntil(String hoursUntil) {
    this.hoursUntil = hoursUntil;
  }
}
