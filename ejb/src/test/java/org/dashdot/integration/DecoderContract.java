package org.dashdot.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import jakarta.json.JsonStructure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.dashdot.signal.Delivery;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Reading;
import org.dashdot.signal.Signal;
import org.dashdot.signal.SignalDecoder;
import org.dashdot.signal.Undecodable;
import org.junit.jupiter.api.Test;

/** What everything keeps that reads pushes: each signal's raw words are read as itself again. */
public abstract class DecoderContract extends IntegrationContract {

  private static final int ROUNDS = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

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

  @Test
  void whatIsSentAsATestIsReadAsSuch() throws IOException {
    Path folder = IntegrationFolder.tests(getClass().getPackageName());
    SignalDecoder decoder = decoder(RecordedCase.in(folder).get(0));
    Instant now = Instant.parse("2026-11-22T07:10:30Z");
    Labels labels = Labels.of(Map.of("alertname", "Test", "test", "true"));
    Labels annotations = Labels.of(Map.of("summary", "only a test"));
    for (boolean firing : List.of(true, false)) {
      decoder
          .sample(labels, annotations, firing, now)
          .ifPresent(
              body -> {
                List<Signal> read =
                    decode(decoder, body.getBytes(StandardCharsets.UTF_8), now).signals();
                assertThat(read).hasSize(1);
                assertThat(read.get(0).firing()).isEqualTo(firing);
                assertThat(read.get(0).labels()).isEqualTo(labels);
                assertThat(read.get(0).annotations()).isEqualTo(annotations);
              });
    }
  }

  /** Whatever is done to a recorded input: it is read, or refused with a reason, and soon. */
  @Test
  void noMutationOfAnInputDoesHarm() throws IOException {
    Path folder = IntegrationFolder.tests(getClass().getPackageName());
    long seed = System.nanoTime();
    Mutations mutations = new Mutations(seed);
    for (RecordedCase recorded : RecordedCase.in(folder)) {
      if (!covers(recorded.name())) {
        continue;
      }
      SignalDecoder decoder = decoder(recorded);
      byte[] input = recorded.input();
      for (int round = 0; round < ROUNDS; round++) {
        byte[] mutant = mutations.of(input);
        assertTimeoutPreemptively(
            PATIENCE,
            () -> isReadOrRefused(decoder, mutant, recorded.receivedAt()),
            () ->
                "seed " + seed + ", " + recorded.name() + ": " + HexFormat.of().formatHex(mutant));
      }
    }
  }

  private static void isReadOrRefused(SignalDecoder decoder, byte[] mutant, Instant at) {
    try {
      Reading reading = decode(decoder, mutant, at);
      assertThat(reading.refused()).allSatisfy(part -> assertThat(part.reason()).isNotBlank());
    } catch (Undecodable e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private static Reading decode(SignalDecoder decoder, byte[] body, Instant at) {
    return decoder.decode(new Delivery("POST", "", Map.of(), Map.of(), body, at, null));
  }
}
