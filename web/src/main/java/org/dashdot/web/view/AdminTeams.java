package org.dashdot.web.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dashdot.access.Administration;
import org.dashdot.access.Administration.PersonRow;
import org.dashdot.access.Administration.TeamRow;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.oncall.Turns;

/** The teams with their turns on duty; one at a time is added or changed. */
@Named
@RequestScoped
public class AdminTeams {

  private static final String ADDRESS = "/admin/teams";

  @Inject Administration administration;
  @Inject Turns turnsOnDuty;
  @Inject HttpServletRequest request;
  @Inject Me me;

  private List<TeamRow> rows;
  private List<PersonRow> people;
  private Long id;
  private String name;
  private String zone = "UTC";
  private Long[] members = {};
  private Long fallback;
  private Long onDuty;

  @PostConstruct
  void read() {
    Rights.check(me.actor(), Right.ADMINISTER, null);
    rows = administration.teams(me.actor());
    people = administration.people(me.actor()).stream().filter(PersonRow::active).toList();
    String wanted = request.getParameter("id");
    rows.stream()
        .filter(row -> row.id().toString().equals(wanted))
        .findFirst()
        .ifPresent(this::edit);
  }

  private void edit(TeamRow row) {
    id = row.id();
    name = row.name();
    zone = row.zone();
    fallback = row.fallbackId();
    onDuty = turnsOnDuty.onDuty(row.id(), me.actor()).orElse(null);
    members = row.members().stream().map(PersonRow::id).toArray(Long[]::new);
  }

  public void save() {
    Acts.then(
        ADDRESS,
        "admin.saved",
        () -> administration.saveTeam(id, name, zone, inTheirTurn(), fallback, me.actor()));
  }

  /** Those who stay keep their turn; who is new comes last. */
  private List<Long> inTheirTurn() {
    List<Long> chosen = Arrays.asList(members);
    List<Long> turns = new ArrayList<>(turns().stream().map(PersonRow::id).toList());
    turns.retainAll(chosen);
    chosen.stream().filter(one -> !turns.contains(one)).forEach(turns::add);
    return turns;
  }

  /** The members of the team that is edited, in their turn. */
  public List<PersonRow> getTurns() {
    return turns();
  }

  private List<PersonRow> turns() {
    return rows.stream()
        .filter(row -> row.id().equals(id))
        .findFirst()
        .map(TeamRow::members)
        .orElse(List.of());
  }

  /** The turns as the page shows them; sent along, so that nobody moves what they do not see. */
  public String getOrder() {
    return turns().stream().map(one -> one.id().toString()).collect(Collectors.joining(","));
  }

  public boolean onDuty(PersonRow one) {
    return one.id().equals(onDuty);
  }

  /** Gives a member an earlier (-1) or a later (1) turn. */
  public void move(Long member, int places) {
    List<Long> seen =
        Stream.of(String.valueOf(request.getParameter("order")).split(","))
            .filter(one -> one.matches("\\d{1,18}"))
            .map(Long::valueOf)
            .toList();
    Acts.then(
        ADDRESS + "?id=" + id + "#turn-" + member,
        "teams.turns.moved",
        () -> administration.moveTurn(id, seen, member, places, me.actor()));
  }

  public String words(TeamRow row) {
    return String.join(", ", row.members().stream().map(PersonRow::name).toList());
  }

  public String fallbackName(TeamRow row) {
    return people.stream()
        .filter(person -> person.id().equals(row.fallbackId()))
        .map(PersonRow::name)
        .findFirst()
        .orElse("");
  }

  public List<TeamRow> getRows() {
    return rows;
  }

  public List<PersonRow> getPeople() {
    return people;
  }

  public Long getId() {
    return id;
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

  public Long[] getMembers() {
    return members.clone();
  }

  public void setMembers(Long[] members) {
    this.members = members.clone();
  }

  public Long getFallback() {
    return fallback;
  }

  public void setFallback(Long fallback) {
    this.fallback = fallback;
  }
}
