package org.dashdot.shared;

import java.util.List;

/**
 * Whoever knows a reason why the dot cannot see tells it through this; each is one plain sentence.
 */
public interface BlindSpot {

  List<String> blind();
}
