package org.dashdot.integration.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dashdot.integration.HttpFetch;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Integration;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Reading;
import org.dashdot.signal.Signal;
import org.dashdot.signal.SignalSource;

/** Asks a URL: an error or no answer is critical, a slow answer a warning. */
@ApplicationScoped
@Integration("http")
public class HttpCheck implements SignalSource {

  @Inject HttpFetch http;
  @Inject Settings settings;

  private final Set<String> slow = ConcurrentHashMap.newKeySet();

  @Override
  public Reading poll(Question question) {
    return Reading.whole(signals(question.url(), question.limit()));
  }

  private List<Signal> signals(String url, Duration limit) {
    try {
      HttpFetch.Answer answer = http.get(url, limit);
      Duration took = answer.took();
      if (answer.status() >= 400) {
        return failed(url, "answers " + answer.status());
      }
      return slow(url, took)
          ? List.of(
              signal("HttpSlow", "warning", url, "answers slowly: " + took.toMillis() + " ms"))
          : List.of();
    } catch (IOException e) {
      return failed(url, "does not answer: " + e.getMessage());
    }
  }

  /** While it fails nobody can say that it is slow. */
  private List<Signal> failed(String url, String what) {
    slow.remove(url);
    return List.of(signal("HttpCheckFailed", "critical", url, what));
  }

  /** Raised above one limit, cleared below a lower one, so that it does not flap between. */
  private boolean slow(String url, Duration took) {
    Duration limit = settings.duration(slow.contains(url) ? "http.slow-clear" : "http.slow-raise");
    if (took.compareTo(limit) > 0) {
      slow.add(url);
    } else {
      slow.remove(url);
    }
    return slow.contains(url);
  }

  private static Signal signal(String name, String severity, String url, String what) {
    URI uri = URI.create(url);
    Labels labels =
        Labels.of(
            Map.of(
                "alertname", name,
                "instance", uri.getAuthority(),
                "url", url,
                "tier", "application",
                "severity", severity));
    return new Signal(
        Signal.State.FIRING,
        labels,
        Labels.of(Map.of("summary", url + " " + what)),
        null,
        null,
        url,
        null,
        "{\"check\":\"" + name + "\"}");
  }
}
