package org.dashdot.integration.host;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.dashdot.integration.host.HostReading.Measured;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Integration;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Reading;
import org.dashdot.signal.Signal;
import org.dashdot.signal.SignalSource;

/** Disk, memory, swap, load and read-only file systems, each raised high and cleared lower. */
@ApplicationScoped
@Integration("host")
public class HostSource implements SignalSource {

  @Inject HostReading reading;
  @Inject Settings settings;

  private final Set<String> raised = ConcurrentHashMap.newKeySet();

  @Override
  public Reading poll(Question question) {
    List<Measured> measured = reading.measure();
    raised.retainAll(measured.stream().map(HostSource::key).toList());
    return Reading.whole(measured.stream().filter(this::over).map(this::signal).toList());
  }

  /** Above the raise level, or above the clear level while it is raised already. */
  private boolean over(Measured measured) {
    String key = key(measured);
    String level = raised.contains(key) ? ".clear" : ".raise";
    boolean over = measured.value() >= settings.number("host." + measured.setting() + level);
    if (over) {
      raised.add(key);
    } else {
      raised.remove(key);
    }
    return over;
  }

  private static String key(Measured measured) {
    return measured.name() + ' ' + measured.subject();
  }

  private Signal signal(Measured measured) {
    Map<String, String> labels = new TreeMap<>();
    labels.put("alertname", measured.name());
    labels.put("instance", reading.hostName());
    labels.put("severity", "warning");
    labels.put("tier", measured.tier());
    if (!measured.subject().isEmpty()) {
      labels.put("mountpoint", measured.subject());
    }
    return new Signal(
        Signal.State.FIRING,
        Labels.of(labels),
        Labels.of(Map.of("summary", measured.sentence(reading.hostName()))),
        null,
        null,
        null,
        null,
        "{\"measured\":\"" + measured.name() + "\"}");
  }
}
