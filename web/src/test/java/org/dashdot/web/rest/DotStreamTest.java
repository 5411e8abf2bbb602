package org.dashdot.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dashdot.access.Logins;
import org.dashdot.access.Pass;
import org.dashdot.dot.DotPicture;
import org.dashdot.dot.DotPictures;
import org.dashdot.dot.Scope;
import org.dashdot.skin.Skins;
import org.dashdot.ticket.Dot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every open page gets the newest dot, whatever becomes of the others. */
class DotStreamTest {

  private static final int UNTIL_COMMENT = 60;

  private final DotStream stream = new DotStream();
  private final List<Pass> revoked = new ArrayList<>();
  private int muted;
  private boolean countable = true;

  /** A page that remembers how often it was told anything. */
  private static class Sink implements SseEventSink {
    int told;
    boolean closed;

    @Override
    public boolean isClosed() {
      return closed;
    }

    @Override
    public CompletionStage<?> send(OutboundSseEvent event) {
      told++;
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  @BeforeEach
  void wire() {
    stream.json = fake(Jsonb.class, (proxy, method, arguments) -> String.valueOf(arguments[0]));
    stream.pictures =
        new DotPictures() {
          @Override
          public DotPicture now(Scope scope) {
            if (!countable) {
              throw new IllegalStateException("no database");
            }
            Dot dot =
                Dot.of(new Dot.Counts(0, 0, 0, 0, 0), 10, List.of(), List.of(), Instant.EPOCH);
            return new DotPicture(
                dot, List.of(), muted, List.of(), List.of(), List.of(), null, null);
          }
        };
    stream.skins =
        new Skins() {
          @Override
          public String stamp() {
            return "shipped";
          }
        };
    stream.logins =
        new Logins() {
          @Override
          public boolean holds(Pass pass) {
            return !revoked.contains(pass);
          }
        };
  }

  private Sink open(Sink sink, String token) {
    stream.add(sink, sse(), new Pass(token, null));
    return sink;
  }

  /** Makes events that nobody reads. */
  private static Sse sse() {
    Object builder =
        fake(
            OutboundSseEvent.Builder.class,
            (proxy, method, arguments) -> method.getName().equals("build") ? null : proxy);
    return fake(Sse.class, (proxy, method, arguments) -> builder);
  }

  private static <T> T fake(Class<T> type, java.lang.reflect.InvocationHandler does) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, does));
  }

  private void news() {
    muted++;
    stream.tick();
  }

  @Test
  void aPageThatWentAwayCostsNobodyTheirNews() {
    open(
        new Sink() {
          @Override
          public CompletionStage<?> send(OutboundSseEvent event) {
            throw new IllegalStateException("closed");
          }
        },
        "gone");
    Sink stays = open(new Sink(), "stays");

    news();
    news();

    assertThat(stays.told).isEqualTo(2);
  }

  @Test
  void whatCannotBeCountedNowIsToldLater() {
    Sink page = open(new Sink(), "page");
    countable = false;
    news();
    assertThat(page.told).isZero();

    countable = true;
    news();
    assertThat(page.told).isOne();
  }

  @Test
  void whoIsOutHearsNothingFromTheNextCommentOn() {
    Sink in = open(new Sink(), "in");
    Sink out = open(new Sink(), "out");
    news();
    revoked.add(new Pass("out", null));

    for (int i = 0; i < UNTIL_COMMENT; i++) {
      stream.tick();
    }
    int before = out.told;
    news();

    assertThat(out.closed).isTrue();
    assertThat(out.told).isEqualTo(before);
    assertThat(in.closed).isFalse();
    assertThat(in.told).isGreaterThan(before);
  }
}
