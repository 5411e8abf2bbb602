package org.dashdot.web.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dashdot.access.Administration;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.access.Role;
import org.dashdot.notification.ContactReader;

/** The people; one at a time is added or changed. */
@Named
@RequestScoped
public class AdminPeople {

  private static final String ADDRESS = "/admin/people";

  @Inject Administration administration;
  @Inject ContactReader contacts;
  @Inject HttpServletRequest request;
  @Inject Me me;

  private List<Administration.PersonRow> rows;
  private Long id;
  private String login;
  private String name;
  private String email;
  private String zone = "UTC";
  private boolean active = true;
  private Role[] roles = {Role.OPERATOR};
  private String password;

  @PostConstruct
  void read() {
    Rights.check(me.actor(), Right.ADMINISTER, null);
    rows = administration.people(me.actor());
    String wanted = request.getParameter("id");
    rows.stream()
        .filter(row -> row.id().toString().equals(wanted))
        .findFirst()
        .ifPresent(this::edit);
  }

  private void edit(Administration.PersonRow row) {
    id = row.id();
    login = row.login();
    name = row.name();
    email = row.email();
    zone = row.zone();
    active = row.active();
    roles = row.roles().toArray(Role[]::new);
  }

  /** Who could not be told of anything high. */
  public List<ContactReader.Unreachable> getUnreachable() {
    return contacts.unreachable(me.actor());
  }

  public void save() {
    Acts.then(
        ADDRESS,
        "admin.saved",
        () -> {
          if (id == null) {
            administration.addPerson(login, name, email, zone, chosen(), password, me.actor());
          } else {
            administration.changePerson(
                id, name, email, zone, chosen(), active, password, me.actor());
          }
        });
  }

  private Set<Role> chosen() {
    return roles == null || roles.length == 0
        ? EnumSet.noneOf(Role.class)
        : EnumSet.copyOf(Arrays.asList(roles));
  }

  /** Roles of a row, in words. */
  public String words(Set<Role> some) {
    return String.join(", ", some.stream().map(Role::word).sorted().toList());
  }

  public List<Administration.PersonRow> getRows() {
    return rows;
  }

  public Role[] getAllRoles() {
    return Role.values();
  }

  public Long getId() {
    return id;
  }

  public String getLogin() {
    return login;
  }

  public void setLogin(String login) {
    this.login = login;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getZone() {
    return zone;
  }

  public void setZone(String zone) {
    this.zone = zone;
  }

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }

  public Role[] getRoles() {
    return roles.clone();
  }

  public void setRoles(Role[] roles) {
    this.roles = roles.clone();
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
