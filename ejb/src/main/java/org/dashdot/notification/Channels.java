package org.dashdot.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** The channels that this dash-dot has, by their names. */
@ApplicationScoped
public class Channels {

  @Inject @Any Instance<NotificationChannel> all;

  /** One that is gone takes nothing, and nothing can be expected of it. */
  public NotificationChannel named(String name) {
    return all.stream()
        .filter(channel -> channel.name().equals(name))
        .findFirst()
        .orElseGet(() -> new Gone(name));
  }

  /** Was here when its message was written. */
  private record Gone(String name) implements NotificationChannel {

    @Override
    public ContactKind kind() {
      return ContactKind.WEBHOOK;
    }

    @Override
    public boolean available() {
      return false;
    }

    @Override
    public boolean reaches(String address) {
      return false;
    }

    @Override
    public void send(Message message) {
      throw new DeliveryException("There is no channel " + name, false, null);
    }
  }
}
