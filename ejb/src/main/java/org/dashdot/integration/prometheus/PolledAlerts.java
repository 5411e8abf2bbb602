package org.dashdot.integration.prometheus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dashdot.integration.HttpFetch;
import org.dashdot.signal.Integration;
import org.dashdot.signal.JsonInput;
import org.dashdot.signal.Reading;
import org.dashdot.signal.Signal;
import org.dashdot.signal.SignalSource;
import org.dashdot.signal.SourceUnreachable;
import org.dashdot.signal.Undecodable;

/**
 * Polls {@code /api/v1/alerts} and {@code /api/v1/rules} (Prometheus HTTP API): what fires, and
 * which rules cannot be evaluated, so that they never will; pending alerts are no news yet.
 */
@ApplicationScoped
@Integration("prometheus")
public class PolledAlerts implements SignalSource {

  private static final int HTTP_OK = 200;

  @Inject HttpFetch http;

  @Override
  public Reading poll(Question question) {
    String url = question.url().replaceFirst("/+$", "");
    Instant until = Instant.now().plus(question.limit());
    List<Signal> signals = new ArrayList<>();
    ask(
        url + "/api/v1/alerts",
        question.limit(),
        answer -> {
          if (answer.status() != HTTP_OK) {
            throw new SourceUnreachable(url + "/api/v1/alerts answers " + answer.status(), null);
          }
          alerts(answer.body()).stream()
              .map(PolledAlerts::object)
              .filter(alert -> "firing".equals(JsonInput.text(alert, "state")))
              .map(alert -> signal(alert, url))
              .forEach(signals::add);
        });
    ask(
        url + "/api/v1/rules",
        Duration.between(Instant.now(), until),
        answer -> {
          // What only speaks a part of the API may have none.
          if (answer.status() == HTTP_OK) {
            signals.addAll(FailingRules.in(answer.body(), url));
          }
        });
    return Reading.whole(signals);
  }

  private void ask(String address, Duration limit, Consumer<HttpFetch.Answer> read) {
    try {
      read.accept(http.get(address, limit));
    } catch (IOException e) {
      throw new SourceUnreachable(address + " does not answer: " + e.getMessage(), e);
    } catch (Undecodable e) {
      throw new SourceUnreachable(address + " answers what it should not: " + e.getMessage(), e);
    }
  }

  private static JsonArray alerts(byte[] body) {
    if (JsonInput.read(body) instanceof JsonObject answer
        && answer.get("data") instanceof JsonObject data
        && data.get("alerts") instanceof JsonArray alerts) {
      return alerts;
    }
    throw new Undecodable("'data.alerts' is missing.");
  }

  private static JsonObject object(JsonValue alert) {
    if (alert instanceof JsonObject object) {
      return object;
    }
    throw new Undecodable("an alert is not an object.");
  }

  private static Signal signal(JsonObject alert, String url) {
    return new Signal(
        Signal.State.FIRING,
        JsonInput.texts(alert, "labels"),
        JsonInput.texts(alert, "annotations"),
        JsonInput.time(alert, "activeAt"),
        null,
        url + "/alerts",
        null,
        alert.toString());
  }
}
