package org.dashdot.signal;

import java.util.List;

/**
 * What one delivery or one poll held. One malformed part never costs its neighbours: it stands
 * among the refused ones with its reason.
 *
 * @param signals what the sender itself calls firing or resolved
 * @param samples measured values, which checks turn into signals
 * @param lines logged lines, which checks turn into signals
 * @param refused parts that will never make sense
 * @param whole whether the signals are everything that fires, so that what is absent has cleared
 */
public record Reading(
    List<Signal> signals,
    List<Sample> samples,
    List<LogLine> lines,
    List<Refusal> refused,
    boolean whole) {

  public Reading {
    signals = List.copyOf(signals);
    samples = List.copyOf(samples);
    lines = List.copyOf(lines);
    refused = List.copyOf(refused);
  }

  /**
   * A part that cannot be read.
   *
   * @param reason what, where and how to mend
   * @param raw the part as it came, which can be replayed after a fix
   */
  public record Refusal(String reason, String raw) {}

  /** Everything that fires at a source. */
  public static Reading whole(List<Signal> signals) {
    return new Reading(signals, List.of(), List.of(), List.of(), true);
  }

  /** Some of what a source has to say. */
  public static Reading of(List<Signal> signals, List<Refusal> refused) {
    return new Reading(signals, List.of(), List.of(), refused, false);
  }

  public static Reading measured(List<Sample> samples, List<Refusal> refused) {
    return new Reading(List.of(), samples, List.of(), refused, false);
  }

  public static Reading logged(List<LogLine> lines, List<Refusal> refused) {
    return new Reading(List.of(), List.of(), lines, refused, false);
  }

  /** Whether nothing of it could be read. */
  public boolean hopeless() {
    return !refused.isEmpty() && signals.isEmpty() && samples.isEmpty() && lines.isEmpty();
  }

  /** How many observations it holds. */
  public int size() {
    return signals.size() + samples.size() + lines.size();
  }

  /** Whether its sender says by its dead man's switch that it lives. */
  public boolean heartbeat() {
    return signals.stream().anyMatch(s -> s.heartbeat() && s.firing());
  }

  /** Whether it holds values: whoever measures does so all the time, and lives while it does. */
  public boolean measured() {
    return !samples.isEmpty();
  }
}
