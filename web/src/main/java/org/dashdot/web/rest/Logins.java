package org.dashdot.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.dashdot.access.Administration;
import org.dashdot.access.Administration.PersonRow;
import org.dashdot.access.http.Caller;
import org.dashdot.shared.InvalidInput;

/** Finds people as programs call them. */
@RequestScoped
public class Logins {

  @Inject Administration administration;
  @Inject Caller caller;

  /**
   * The id of whoever logs in so; of the caller when the login is null.
   *
   * @throws InvalidInput when nobody does
   */
  Long personOf(String login) {
    if (login == null && caller.actor().personId() != null) {
      return caller.actor().personId();
    }
    return administration.people(caller.actor()).stream()
        .filter(person -> person.login().equalsIgnoreCase(login))
        .findFirst()
        .map(PersonRow::id)
        .orElseThrow(() -> new InvalidInput("person", "Nobody here logs in as " + login));
  }
}
