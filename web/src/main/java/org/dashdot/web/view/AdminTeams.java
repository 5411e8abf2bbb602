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
import org.dashdot.access.Administration;
import org.dashdot.access.Administration.PersonRow;
import org.dashdot.access.Administration.TeamRow;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;

/** The teams with their members; one at a time is added or changed. */
@Named
@RequestScoped
public class AdminTeams {

  private static final String ADDRESS = "/admin/teams";

  @Inject Administration administration;
  @Inject HttpServletRequest request;
  @Inject Me me;

  private List<TeamRow> rows;
  private List<PersonRow> people;
  private Long id;
  private String name;
  private String zone = "UTC";
  private Long[] members = {};
  private Long fallback;

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
    members = row.members().stream().map(PersonRow::id).toArray(Long[]::new);
  }

  public void save() {
    Acts.then(
        ADDRESS,
        "admin.saved",
        () -> administration.saveTeam(id, name, zone, inTheirOrder(), fallback, me.actor()));
  }

  /** Those who stay keep their place; who is new comes last. */
  private List<Long> inTheirOrder() {
    List<Long> chosen = Arrays.asList(members);
    List<Long> order =
        rows.stream()
            .filter(row -> row.id().equals(id))
            .flatMap(row -> row.members().stream())
            .map(PersonRow::id)
            .collect(Collectors.toCollection(ArrayList::new));
    order.retainAll(chosen);
    chosen.stream().filter(one -> !order.contains(one)).forEach(order::add);
    return order;
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
