package org.dashdot.web.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dashdot.access.Administration;
import org.dashdot.access.Administration.TeamRow;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.oncall.Escalation;
import org.dashdot.oncall.EscalationTarget;
import org.dashdot.oncall.Hours;
import org.dashdot.oncall.PolicyDesk;
import org.dashdot.oncall.PolicyReader;
import org.dashdot.oncall.PolicyReader.PolicyRow;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Span;

/** The form of an escalation policy; without an id a new one, which begins as what ships. */
@Named
@RequestScoped
public class DutyPolicy {

  private static final String ADDRESS = "/duty/policies";
  private static final int PLACES = 6;
  private static final int FREE = 2;

  @Inject PolicyReader reader;
  @Inject PolicyDesk desk;
  @Inject Administration administration;
  @Inject DutyPolicies words;
  @Inject HttpServletRequest request;
  @Inject Me me;

  private Long id;
  private String name;
  private Long team;
  private String[] priorities = {"P1", "P2"};
  private DayOfWeek[] days = {};
  private String from = "20:00";
  private String until = "08:00";
  private int rounds = 1;
  private String again;
  private String handBack;
  private List<Step> steps;

  /** A place in the form; a step only when its time is written. */
  public static final class Step {
    private String after;
    private String tell;

    Step(String after, String tell) {
      this.after = after;
      this.tell = tell;
    }

    public String getAfter() {
      return after;
    }

    public void setAfter(String after) {
      this.after = after;
    }

    public String getTell() {
      return tell;
    }

    public void setTell(String tell) {
      this.tell = tell;
    }
  }

  @PostConstruct
  void read() {
    Rights.check(me.actor(), Right.EDIT_POLICIES, null);
    id = DutyRotation.number(request.getParameter("id"));
    PolicyRow row =
        id == null
            ? reader.policies(me.actor()).stream()
                .filter(one -> one.rule().id() == null)
                .findFirst()
                .orElseThrow()
            : reader.policy(id, me.actor());
    Escalation known = row.rule().escalation();
    if (id != null) {
      show(row);
    }
    int size = Acts.asShown("steps", () -> Math.max(PLACES, known.steps().size() + FREE));
    steps =
        IntStream.range(0, size)
            .mapToObj(
                i ->
                    i < known.steps().size()
                        ? new Step(
                            known.steps().get(i).after().words(),
                            known.steps().get(i).to().toString())
                        : new Step(null, null))
            .toList();
  }

  private void show(PolicyRow row) {
    Escalation known = row.rule().escalation();
    name = known.name();
    team = row.rule().team();
    priorities = row.rule().priorities().stream().sorted().toArray(String[]::new);
    rounds = known.rounds();
    again = known.again() == null ? null : known.again().words();
    handBack = known.handBack() == null ? null : known.handBack().words();
    if (row.rule().hours() != null) {
      days = row.rule().hours().days().stream().sorted().toArray(DayOfWeek[]::new);
      from = row.rule().hours().from().toString();
      until = row.rule().hours().until().toString();
    }
  }

  public void save() {
    Acts.then(ADDRESS, "duty.saved", () -> desk.save(id, wish(), me.actor()));
  }

  public void remove() {
    Acts.then(ADDRESS, "policy.removed", () -> desk.remove(id, me.actor()));
  }

  private PolicyDesk.Wish wish() {
    List<Escalation.Step> wanted = new ArrayList<>();
    for (Step step : steps) {
      boolean timed = step.getAfter() != null && !step.getAfter().isBlank();
      if (timed || step.getTell() != null) {
        wanted.add(
            new Escalation.Step(
                Span.read("steps", step.getAfter()),
                EscalationTarget.parse("steps", step.getTell())));
      }
    }
    return new PolicyDesk.Wish(
        team,
        Set.of(priorities),
        hours(),
        new Escalation(name, wanted, rounds, span("again", again), span("handBack", handBack)));
  }

  private static Span span(String field, String text) {
    return text == null || text.isBlank() ? null : Span.read(field, text);
  }

  private Hours hours() {
    if (days.length == 0) {
      return null;
    }
    Set<DayOfWeek> chosen = EnumSet.noneOf(DayOfWeek.class);
    Stream.of(days).forEach(chosen::add);
    return new Hours(chosen, time("from", from), time("until", until));
  }

  private static LocalTime time(String field, String text) {
    try {
      return LocalTime.parse(text == null ? "" : text.trim());
    } catch (DateTimeException e) {
      throw new InvalidInput(field, "This is no time of day: " + (text == null ? "" : text));
    }
  }

  /** All that a step may tell. */
  public List<SelectItem> getTargets() {
    Stream<EscalationTarget> own =
        Stream.of("duty", "second", "team", "managers")
            .map(word -> EscalationTarget.parse("steps", word));
    Stream<EscalationTarget> named =
        reader.choices(me.actor()).stream().map(PolicyReader.Choice::to);
    return Stream.concat(own, named)
        .map(to -> new SelectItem(to.toString(), words.whom(to)))
        .toList();
  }

  public List<TeamRow> getTeams() {
    return administration.teams(me.actor());
  }

  public List<String> getAllPriorities() {
    return List.of("P1", "P2", "P3", "P4");
  }

  public DayOfWeek[] getWeek() {
    return DayOfWeek.values();
  }

  /** Null for a new one. */
  public Long getId() {
    return id;
  }

  public List<Step> getSteps() {
    return steps;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public Long getTeam() {
    return team;
  }

  public void setTeam(Long team) {
    this.team = team;
  }

  public String[] getPriorities() {
    return priorities.clone();
  }

  public void setPriorities(String[] priorities) {
    this.priorities = priorities.clone();
  }

  public DayOfWeek[] getDays() {
    return days.clone();
  }

  public void setDays(DayOfWeek[] days) {
    this.days = days.clone();
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

  public int getRounds() {
    return rounds;
  }

  public void setRounds(int rounds) {
    this.rounds = rounds;
  }

  public String getAgain() {
    return again;
  }

  public void setAgain(String again) {
    this.again = again;
  }

  public String getHandBack() {
    return handBack;
  }

  public void setHandBack(String handBack) {
    this.handBack = handBack;
  }
}
