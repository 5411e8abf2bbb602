package org.dashdot.integration.http;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dashdot.integration.HttpFetch;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Integration;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Reading;
import org.dashdot.signal.Signal;
import org.dashdot.signal.SignalSource;

/**
 * Asks a URL: an error, no answer or a wrong one is critical, a slow answer or a certificate that
 * soon ends a warning.
 */
@ApplicationScoped
@Integration("http")
public class HttpCheck implements SignalSource {

  @Inject HttpFetch http;
  @Inject Settings settings;

  private final Set<String> slow = ConcurrentHashMap.newKeySet();

  @Override
  public Reading poll(Question question) {
    return Reading.whole(signals(question, settings.of(question.source())));
  }

  private List<Signal> signals(Question question, Settings own) {
    String url = question.url();
    List<Signal> signals = new ArrayList<>();
    try {
      HttpFetch.Answer answer = http.get(url, question.limit());
      certificate(answer.certificateEnds(), question, own).ifPresent(signals::add);
      Optional<String> wrong =
          answer.status() >= 400
              ? Optional.of("answers " + answer.status())
              : missing(answer.body(), own);
      if (wrong.isPresent()) {
        signals.add(failed(url, wrong.get()));
      } else if (slow(url, answer.took(), own)) {
        String what = "answers slowly: " + answer.took().toMillis() + " ms";
        signals.add(signal("HttpSlow", "warning", url, what));
      }
    } catch (IOException e) {
      signals.add(failed(url, "does not answer: " + e.getMessage()));
    }
    return signals;
  }

  /** What is wrong with the answer's text; a page that says "out of order" is answered with 200. */
  private static Optional<String> missing(byte[] body, Settings own) {
    String expected = own.text("http.body").trim();
    if (expected.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Pattern.compile(expected).matcher(new String(body, StandardCharsets.UTF_8)).find()
          ? Optional.empty()
          : Optional.of("answers, but nothing in it matches " + expected);
    } catch (PatternSyntaxException e) {
      return Optional.of("cannot be checked: http.body is no pattern: " + e.getMessage());
    }
  }

  private static Optional<Signal> certificate(Instant ends, Question question, Settings own) {
    if (ends == null
        || question.now().plus(own.duration("http.certificate-raise")).isBefore(ends)) {
      return Optional.empty();
    }
    boolean soon = !question.now().plus(own.duration("http.certificate-critical")).isBefore(ends);
    return Optional.of(
        signal(
            "HttpCertificateEnds",
            soon ? "critical" : "warning",
            question.url(),
            "has a certificate that ends " + ends));
  }

  /** While it fails nobody can say that it is slow. */
  private Signal failed(String url, String what) {
    slow.remove(url);
    return signal("HttpCheckFailed", "critical", url, what);
  }

  /** Raised above one limit, cleared below a lower one, so that it does not flap between. */
  private boolean slow(String url, Duration took, Settings own) {
    Duration limit = own.duration(slow.contains(url) ? "http.slow-clear" : "http.slow-raise");
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
