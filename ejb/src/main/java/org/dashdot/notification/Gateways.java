package org.dashdot.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import org.dashdot.signal.Delivery;

/** Hears what gateways call back with. */
@ApplicationScoped
public class Gateways {

  @Inject Receipts receipts;
  @Inject Replies replies;
  @Inject @Any Instance<GatewayHook> hooks;

  /** Whether there is a gateway of this name. */
  public boolean knows(String name) {
    return hook(name).isPresent();
  }

  /** Takes the call; empty when it does not come from the gateway. */
  public Optional<GatewayHook.Answer> hear(String name, String token, Delivery call) {
    return hook(name)
        .filter(hook -> hook.genuine(call, token))
        .map(hook -> hook.answer(hook.decode(call).map(this::taken).orElse("")));
  }

  private String taken(GatewayHook.Heard heard) {
    if (heard instanceof GatewayHook.Told told) {
      receipts.received(told.key(), told.receipt(), told.provider(), told.words());
      return "";
    }
    GatewayHook.Said said = (GatewayHook.Said) heard;
    return replies.heard(said.from(), said.text());
  }

  private Optional<GatewayHook> hook(String name) {
    return hooks.stream().filter(hook -> hook.name().equals(name)).findFirst();
  }
}
