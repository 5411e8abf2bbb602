package org.dashdot.check;

/**
 * A version of a check that is switched on. Equal by its number, so that a new version begins anew.
 *
 * @param id the version's key
 */
public record CheckInUse(long id, Check check) {

  /** The alert's name. */
  public String name() {
    return check.name();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CheckInUse use && use.id == id;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(id);
  }
}
