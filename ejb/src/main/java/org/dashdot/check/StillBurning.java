package org.dashdot.check;

import java.util.List;
import org.dashdot.signal.Labels;

/** What only the store knows after a start; implemented by the room of imperfections. */
public interface StillBurning {

  /** The labels of what burns under an alert's name as that source said it. */
  List<Labels> burning(Long sourceId, String alertname);
}
