package org.dashdot.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.dashdot.signal.Integration;
import org.dashdot.signal.SignalDecoder;
import org.dashdot.signal.SignalSource;

/** Finds an integration by the name on its class. */
@ApplicationScoped
public class Integrations {

  @Inject @Any Instance<SignalDecoder> decoders;
  @Inject @Any Instance<SignalSource> polled;

  Optional<SignalDecoder> decoder(String name) {
    return named(decoders, name);
  }

  Optional<SignalSource> polled(String name) {
    return named(polled, name);
  }

  /** Whether its sources live only while they bring values. */
  boolean livesByValues(String name) {
    return polled(name).map(SignalSource::livesByValues).orElse(false);
  }

  /** The integrations that can be polled. */
  List<String> pollable() {
    return polled.handlesStream().map(h -> name(h.getBean().getBeanClass())).toList();
  }

  /** The integrations that push. */
  List<String> pushing() {
    return decoders.handlesStream().map(h -> name(h.getBean().getBeanClass())).toList();
  }

  private static <T> Optional<T> named(Instance<T> all, String name) {
    return all.handlesStream()
        .filter(h -> name.equals(name(h.getBean().getBeanClass())))
        .findFirst()
        .map(Instance.Handle::get);
  }

  private static String name(Class<?> type) {
    Integration integration = type.getAnnotation(Integration.class);
    return integration == null ? "" : integration.value();
  }
}
