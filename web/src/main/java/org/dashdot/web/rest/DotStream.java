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
import org.dashdot.access.Pass;
import org.dashdot.dot.DotPictures;
import org.dashdot.dot.Scope;
import org.dashdot.skin.Skins;

/**
 * Pushes the dot to open pages. While somebody listens, the dot is counted four times a second and
 * sent when it changed; each listener has at most one message under way and then gets the newest.
 * Who is deactivated, logs out or has their token or link revoked hears nothing from the next
 * comment on.
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

  Jsonb json;
  private final Map<SseEventSink, Listener> listeners = new ConcurrentHashMap<>();
  private ScheduledFuture<?> beat;
  private volatile String latest = "";
  private String latestKey = "";
  private int beats;
  private boolean failing;

  /** One open page, and what it was opened with. */
  private static final class Listener {
    final Sse sse;
    final Pass pass;
    volatile CompletionStage<?> underWay;
    volatile String sent = "";

    Listener(Sse sse, Pass pass) {
      this.sse = sse;
      this.pass = pass;
    }

    boolean free() {
      return underWay == null || underWay.toCompletableFuture().isDone();
    }
  }

  @PostConstruct
  void begin() {
    json = JsonbBuilder.create();
    beat =
        scheduler.scheduleWithFixedDelay(
            this::tick, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void end() {
    // The server drops the connections itself; to close them now would need what is gone already.
    beat.cancel(false);
  }

  /** Tells this page all news, for as long as what it came with would let it in. */
  void add(SseEventSink sink, Sse sse, Pass pass) {
    Listener listener = new Listener(sse, pass);
    listeners.put(sink, listener);
    if (!latest.isEmpty()) {
      send(sink, listener);
    }
  }

  /** Nothing may get out of it: the scheduler ends for ever what fails once. */
  void tick() {
    try {
      listeners.keySet().removeIf(SseEventSink::isClosed);
      if (listeners.isEmpty()) {
        latest = "";
        latestKey = "";
      } else {
        tell();
      }
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.log(Level.ERROR, "The dot cannot be told", e);
      }
      failing = true;
    }
  }

  private void tell() {
    boolean comment = ++beats % COMMENT_EVERY == 0;
    if (comment) {
      listeners.forEach(this::closeWhenOut);
    }
    count();
    listeners.forEach((sink, listener) -> tell(sink, listener, comment));
  }

  /** A page that went away between two looks at it must not cost the others their news. */
  private void tell(SseEventSink sink, Listener listener, boolean comment) {
    try {
      if (listener.free() && !listener.sent.equals(latestKey)) {
        send(sink, listener);
      } else if (listener.free() && comment) {
        listener.underWay = sink.send(listener.sse.newEventBuilder().comment("alive").build());
      }
    } catch (RuntimeException gone) {
      listeners.remove(sink);
      LOG.log(Level.DEBUG, "A page is gone", gone);
    }
  }

  private void closeWhenOut(SseEventSink sink, Listener listener) {
    if (!logins.holds(listener.pass)) {
      listeners.remove(sink);
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
