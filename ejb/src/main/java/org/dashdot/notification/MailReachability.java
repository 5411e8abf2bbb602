package org.dashdot.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.dashdot.access.Person;
import org.dashdot.oncall.Reachability;

/** Whoever has a mail address can be told. */
@ApplicationScoped
public class MailReachability implements Reachability {

  @Override
  public Optional<String> lacks(Person person) {
    return person.email() == null ? Optional.of("no mail address") : Optional.empty();
  }
}
