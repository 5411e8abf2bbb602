package org.dashdot.web.rest;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.dashdot.access.Logins;
import org.dashdot.dot.DotPictures;
import org.dashdot.dot.Scope;
import org.dashdot.skin.Skins;

/**
 * Pushes the dot to open pages. While somebody listens, the dot is counted four times a second and
 * sent when it changed; each listener has at most one message under way and then gets the newest.
 * Who is deactivated hears nothing from the next comment on.
 */
@ApplicationScoped
public class DotStream {

  private static final Logger LOG = System.getLogger(DotStream.class.getName());
  private static final int BEAT_MILLIS = 250;
  private static final int COMMENT_EVERY = 60;

  @Resource ManagedScheduledExecutorService scheduler;
  @Inject DotPictures pictures;
  @Inject Skins skins;
  @Inject Logins logins;

  private final Jsonb json = JsonbBuilder.create();
  private final Map<SseEventSink, Listener> listeners = new ConcurrentHashMap<>();
  private ScheduledFuture<?> beat;
  private volatile String latest = "";
  private String latestKey = "";
  private int beats;
  private boolean failing;

  /** One open page. */
  private static final class Listener {
    final Sse sse;
    final Long personId;
    volatile CompletionStage<?> underWay;
    volatile String sent = "";

    Listener(Sse sse, Long personId) {
      this.sse = sse;
      this.personId = personId;
    }

    boolean free() {
      return underWay == null || underWay.toCompletableFuture().isDone();
    }
  }

  @PostConstruct
  void begin() {
    beat =
        scheduler.scheduleWithFixedDelay(
            this::tick, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void end() {
    // The server drops the connections itself; to close them now would need what is gone already.
    beat.cancel(false);
  }

  /** Null as person: a program, whose token was looked at when it came. */
  void add(SseEventSink sink, Sse sse, Long personId) {
    Listener listener = new Listener(sse, personId);
    listeners.put(sink, listener);
    if (!latest.isEmpty()) {
      send(sink, listener);
    }
  }

  private void tick() {
    listeners.keySet().removeIf(SseEventSink::isClosed);
    if (listeners.isEmpty()) {
      latest = "";
      latestKey = "";
      return;
    }
    boolean comment = ++beats % COMMENT_EVERY == 0;
    try {
      count();
      if (comment) {
        listeners.forEach(this::closeWhenOut);
        listeners.keySet().removeIf(SseEventSink::isClosed);
      }
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.log(Level.ERROR, "The dot cannot be counted", e);
      }
      failing = true;
      return;
    }
    failing = false;
    listeners.forEach(
        (sink, listener) -> {
          if (listener.free() && !listener.sent.equals(latestKey)) {
            send(sink, listener);
          } else if (listener.free() && comment) {
            listener.underWay = sink.send(listener.sse.newEventBuilder().comment("alive").build());
          }
        });
  }

  private void closeWhenOut(SseEventSink sink, Listener listener) {
    if (listener.personId != null && logins.again(listener.personId, null).isEmpty()) {
      sink.close();
    }
  }

  /** What changed is told by everything but the time. */
  private void count() {
    DotResource.View view = DotResource.View.of(pictures.now(Scope.WHOLE), skins.stamp());
    latest = json.toJson(view);
    latestKey = latest.replaceAll("\"asOf\":\"[^\"]*\"", "");
  }

  private void send(SseEventSink sink, Listener listener) {
    if (!sink.isClosed()) {
      listener.sent = latestKey;
      listener.underWay =
          sink.send(listener.sse.newEventBuilder().name("dot").data(latest).build());
    }
  }
}
