package org.dashdot.integration;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonStructure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.dashdot.signal.Delivery;
import org.dashdot.signal.Reading;
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
          Reading reading = decode(decoder, body, at);
          reading.signals().forEach(signal -> readsItsRawWordsAgain(decoder, signal, at));
          reading.refused().forEach(part -> isRefusedAlone(decoder, part, at));
          return reading;
        });
  }

  private static void readsItsRawWordsAgain(SignalDecoder decoder, Signal signal, Instant at) {
    assertThat(decode(decoder, signal.raw().getBytes(StandardCharsets.UTF_8), at).signals())
        .containsExactly(signal);
  }

  /** What is kept of a refused part is refused again, and would be read after a fix. */
  private static void isRefusedAlone(SignalDecoder decoder, Reading.Refusal part, Instant at) {
    Reading again = decode(decoder, part.raw().getBytes(StandardCharsets.UTF_8), at);
    assertThat(again.size()).isZero();
    assertThat(again.refused()).hasSize(1);
  }

  private static Reading decode(SignalDecoder decoder, byte[] body, Instant at) {
    return decoder.decode(new Delivery("POST", "", Map.of(), Map.of(), body, at, null));
  }
}
