package org.dashdot.notification;

import java.util.Optional;
import org.dashdot.signal.Delivery;

/** What a gateway calls back with: receipts of what was sent, and people's replies. */
public interface GatewayHook {

  /** The name in the address, the same as its channel's. */
  String name();

  /**
   * Whether the call comes from this gateway.
   *
   * @param token the last part of the address
   */
  boolean genuine(Delivery call, String token);

  /** What it says; empty when it is nothing of interest. */
  Optional<Heard> decode(Delivery call);

  /** Makes the gateway's answer of the words that go back to whoever replied. */
  Answer answer(String words);

  /** What was said. */
  sealed interface Heard {}

  /**
   * @param key by what the message was told to be known
   */
  record Told(String key, Receipt receipt, String provider, String words) implements Heard {}

  /**
   * @param from the number, with a plus and its country
   */
  record Said(String from, String text) implements Heard {}

  /**
   * @param words empty when nothing is answered
   */
  record Answer(String type, String words) {}
}
