package org.dashdot.imperfection;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.dashdot.check.StillBurning;
import org.dashdot.signal.Labels;

/** Tells checks what burns, which they do not remember after a start. */
@Stateless
public class BurningLabels implements StillBurning {

  @Inject Imperfections imperfections;

  @Override
  public List<Labels> burning(Long sourceId, String alertname) {
    return imperfections.burningLabels(sourceId, alertname);
  }
}
