package org.dashdot.integration.host;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dashdot.integration.host.HostReading.Measured;
import org.dashdot.signal.Integration;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Reading;
import org.dashdot.signal.Sample;
import org.dashdot.signal.SignalSource;

/**
 * Disks, memory, swap, load, network interfaces and disks' own health as samples; which of them are
 * imperfections is for checks to say.
 */
@ApplicationScoped
@Integration("host")
public class HostSource implements SignalSource {

  /** The shipped check's name. */
  private static final String DOWN = "HostInterfaceDown";

  @Inject HostReading reading;
  @Inject DiskHealth health;

  @Override
  public Reading poll(Question question) {
    String host = reading.hostName();
    List<Measured> measured = new ArrayList<>(reading.measure(downBefore(question)));
    measured.addAll(health.measure(question.now()));
    return Reading.measured(
        measured.stream().map(one -> sample(one, host, question.now())).toList(), List.of());
  }

  private static List<String> downBefore(Question question) {
    return question.burning().apply(DOWN).stream()
        .flatMap(labels -> labels.get("interface").stream())
        .toList();
  }

  private static Sample sample(Measured measured, String host, Instant at) {
    Map<String, String> labels = new TreeMap<>(measured.of());
    labels.put("instance", host);
    return new Sample(measured.metric(), Labels.of(labels), measured.value(), at);
  }
}
