package org.dashdot.access;

/** What a person does here; a person may hold several. */
public enum Role {
  OPERATOR,
  ENGINEER,
  DEVELOPER,
  NETWORK,
  HARDWARE,
  MANAGER,
  ADMIN;

  /** As it is written in URLs, files and to the container. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
