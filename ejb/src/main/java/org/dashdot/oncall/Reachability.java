package org.dashdot.oncall;

import java.util.Optional;
import org.dashdot.access.Person;

/** Says whether a person on duty could be told of anything; implemented by the notification. */
public interface Reachability {

  /** Why the person cannot be reached, as the end of a sentence; empty when there is a way. */
  Optional<String> lacks(Person person);
}
