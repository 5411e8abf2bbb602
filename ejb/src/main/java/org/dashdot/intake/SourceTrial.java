package org.dashdot.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dashdot.access.Actor;
import org.dashdot.access.Recency;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Unknown;
import org.dashdot.signal.Delivery;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Reading;
import org.dashdot.signal.RejectedDelivery;
import org.dashdot.signal.Rejections;
import org.dashdot.signal.SignalDecoder;
import org.dashdot.signal.Source;
import org.dashdot.signal.Sources;
import org.dashdot.signal.Undecodable;
import org.dashdot.ticket.Forecast;

/** What an administrator does to see whether a source works: a test signal, and a second try. */
@ApplicationScoped
public class SourceTrial {

  @Inject Integrations integrations;
  @Inject Sources sources;
  @Inject Rejections rejections;
  @Inject SourceDesk desk;
  @Inject SignalIntake intake;
  @Inject Forecast forecast;
  @Inject Recency recency;
  @Inject Clock clock;

  /** Whether a test signal can be made up for this kind of source. */
  public boolean canTest(Source source) {
    return source.url() == null && sample(source, test(""), true).isPresent();
  }

  /** Whether it reads what is pushed. */
  public boolean reads(Source source) {
    return integrations.decoder(source.integration()).isPresent();
  }

  /** What to paste on the other side; empty when there is nothing. */
  public String toPaste(Source source, String address, String secret) {
    return integrations
        .decoder(source.integration())
        .flatMap(decoder -> decoder.toPaste(address, secret))
        .orElse("");
  }

  /**
   * Sends a test signal the whole way, and at once that it is over: its ticket opens, clears, and
   * closes by itself. It is marked as a test.
   *
   * @throws InvalidInput when none can be made up for this kind of source
   * @throws IntakeClosed when it cannot be taken now
   */
  public void test(String name, Actor actor) {
    Rights.check(actor, Right.ADMINISTER, null);
    recency.toAdminister(actor);
    Source source = named(name);
    Actor sender = intake.speakingFor(source, actor);
    for (boolean firing : List.of(true, false)) {
      String body =
          sample(source, test(actor.name()), firing)
              .orElseThrow(
                  () ->
                      new InvalidInput(
                          "source", "No test signal can be made up for " + source.integration()));
      intake.accept(source.integration(), delivery(body), sender);
    }
  }

  private static Labels test(String by) {
    return Labels.of(Map.of("summary", "Test signal, sent by " + by));
  }

  private Optional<String> sample(Source source, Labels annotations, boolean firing) {
    Labels labels =
        Labels.of(
            Map.of(
                "alertname", "TestSignal",
                "severity", "info",
                "test", "true",
                "via", source.name()));
    return integrations
        .decoder(source.integration())
        .flatMap(decoder -> decoder.sample(labels, annotations, firing, clock.instant()));
  }

  private Delivery delivery(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new Delivery("POST", "", Map.of(), Map.of(), bytes, clock.instant(), null);
  }

  /**
   * What would happen to a rejected delivery if it came again now: a line for each of its parts.
   * Nothing is changed.
   */
  public List<String> dryRun(Long rejectedId, Actor actor) {
    RejectedDelivery rejected = rejected(rejectedId, actor);
    Source source = sources.byId(rejected.sourceId());
    return outlook(decoder(rejected), rejected.text(), source);
  }

  /**
   * What would happen to an input of this source, such as the raw words that a ticket keeps, if it
   * came now. Nothing is changed.
   */
  public List<String> dryRun(String name, String text, Actor actor) {
    Rights.check(actor, Right.ADMINISTER, null);
    Source source = named(name);
    return outlook(decoder(source.integration()), text == null ? "" : text, source);
  }

  private List<String> outlook(SignalDecoder decoder, String text, Source source) {
    try {
      Reading reading = decoder.decode(delivery(text));
      int judged = reading.samples().size() + reading.lines().size();
      Stream<String> signals =
          reading.signals().stream().map(signal -> forecast.of(signal, source.name()));
      Stream<String> refused = reading.refused().stream().map(part -> "refused: " + part.reason());
      Stream<String> others =
          judged == 0 ? Stream.of() : Stream.of(judged + " values and lines, which checks judge");
      return Stream.of(signals, others, refused).flatMap(s -> s).toList();
    } catch (Undecodable e) {
      return List.of("refused: " + e.getMessage());
    }
  }

  /**
   * Sends an input through as if its source had sent it now.
   *
   * @return how many observations it held
   * @throws Undecodable when some of it cannot be read
   */
  public int send(String name, String text, Actor actor) {
    Rights.check(actor, Right.ADMINISTER, null);
    recency.toAdminister(actor);
    Source source = named(name);
    decoder(source.integration());
    desk.sends(name, actor);
    return intake.accept(
        source.integration(),
        delivery(text == null ? "" : text),
        intake.speakingFor(source, actor));
  }

  private Source named(String name) {
    return sources.named(name).orElseThrow(() -> new Unknown("There is no source " + name));
  }

  /**
   * Sends a rejected delivery through once more; what can be read now is stored.
   *
   * @return how many observations were stored
   * @throws Undecodable when it still cannot be read; it is not rejected a second time
   */
  public int replay(Long rejectedId, Actor actor) {
    RejectedDelivery rejected = rejected(rejectedId, actor);
    recency.toAdminister(actor);
    Reading reading = decoder(rejected).decode(delivery(rejected.text()));
    if (reading.hopeless()) {
      throw new Undecodable(reading.refused().get(0).reason());
    }
    intake.store(sources.byId(rejected.sourceId()), reading);
    rejections.replayed(rejectedId, clock.instant(), actor);
    return reading.size();
  }

  private RejectedDelivery rejected(Long id, Actor actor) {
    Rights.check(actor, Right.ADMINISTER, null);
    RejectedDelivery rejected = rejections.byId(id, actor);
    if (!rejected.whole()) {
      throw new InvalidInput(
          "id", "Only the beginning of it was kept, since it was very large: send it again.");
    }
    return rejected;
  }

  private SignalDecoder decoder(RejectedDelivery rejected) {
    return decoder(rejected.integration());
  }

  private SignalDecoder decoder(String integration) {
    return integrations
        .decoder(integration)
        .orElseThrow(() -> new Unknown("No integration " + integration + " reads what is pushed."));
  }
}
