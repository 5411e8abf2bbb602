package org.dashdot.integration;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonStructure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dashdot.signal.Delivery;
import org.dashdot.signal.Signal;
import org.dashdot.signal.SignalDecoder;

/** What everything keeps that reads pushes: each signal's raw words are read as itself again. */
public abstract class DecoderContract extends IntegrationContract {

  protected abstract SignalDecoder decoder(RecordedCase recorded) throws IOException;

  @Override
  protected JsonStructure replay(RecordedCase recorded) throws IOException {
    SignalDecoder decoder = decoder(recorded);
    byte[] body = recorded.input();
    Instant at = recorded.receivedAt();
    return outcome(
        () -> {
          List<Signal> signals = decode(decoder, body, at);
          signals.forEach(signal -> readsItsRawWordsAgain(decoder, signal, at));
          return signals;
        });
  }

  private static void readsItsRawWordsAgain(SignalDecoder decoder, Signal signal, Instant at) {
    assertThat(decode(decoder, signal.raw().getBytes(StandardCharsets.UTF_8), at))
        .containsExactly(signal);
  }

  private static List<Signal> decode(SignalDecoder decoder, byte[] body, Instant at) {
    return decoder.decode(new Delivery("POST", "", Map.of(), Map.of(), body, at));
  }
}
