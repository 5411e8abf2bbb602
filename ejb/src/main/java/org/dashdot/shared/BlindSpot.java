package org.dashdot.shared;

import java.util.List;

/**
 * Whoever knows a reason why the dot cannot see tells it through this; each is one plain sentence.
 */
public interface BlindSpot {

  List<String> blind();

  /** What hides nothing, but whoever looks at the dot should know. */
  default List<String> notes() {
    return List.of();
  }
}
