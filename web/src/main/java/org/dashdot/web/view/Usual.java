package org.dashdot.web.view;

import java.util.Collection;
import java.util.List;
import org.dashdot.access.Role;

/** What people look at while nothing waits for them; each has its words in the bundle. */
public enum Usual {
  HANDOVER("/duty/handover"),
  OPEN("/tickets"),
  NOISE("/tickets?status=all&sort=opened&q=noise"),
  CHECKS("/checks"),
  TOPOLOGY("/topology"),
  QUALITY("/duty/quality"),
  SOURCES("/sources"),
  AUDIT("/admin/audit");

  private final String address;

  Usual(String address) {
    this.address = address;
  }

  static List<Usual> of(Collection<Role> roles) {
    return roles.stream().sorted().flatMap(role -> of(role).stream()).distinct().toList();
  }

  private static List<Usual> of(Role role) {
    return switch (role) {
      case OPERATOR -> List.of(HANDOVER, OPEN);
      case ENGINEER -> List.of(NOISE, CHECKS);
      case DEVELOPER -> List.of(OPEN, CHECKS);
      case NETWORK, HARDWARE -> List.of(TOPOLOGY, OPEN);
      case MANAGER -> List.of(QUALITY, OPEN);
      case ADMIN -> List.of(SOURCES, AUDIT);
    };
  }

  public String getAddress() {
    return address;
  }
}
