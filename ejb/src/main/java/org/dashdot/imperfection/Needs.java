package org.dashdot.imperfection;

import java.util.Collection;
import java.util.Set;
import org.dashdot.signal.Labels;

/** What something cannot do without; implemented by the room of topology. */
public interface Needs {

  /**
   * Which of these hosts and devices what the labels name needs, directly or not: it is never among
   * them itself.
   */
  Set<String> of(Labels labels, Collection<String> among);
}
