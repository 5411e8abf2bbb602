package org.dashdot.intake;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.dashdot.access.AuditChain;
import org.dashdot.check.Watching;
import org.dashdot.check.Window;
import org.dashdot.notification.OutboxSender;
import org.dashdot.notification.ReachWatch;
import org.dashdot.notification.ReceiptWatch;
import org.dashdot.notification.ReminderWatch;
import org.dashdot.notification.Waking;
import org.dashdot.oncall.GapWatch;
import org.dashdot.shared.MadeAtStart;
import org.dashdot.signal.SignalListener;
import org.dashdot.signal.SignalMeter;
import org.dashdot.ticket.MessageCourier;
import org.dashdot.ticket.StormEnd;
import org.dashdot.ticket.StormNews;
import org.dashdot.ticket.SuppressionDesk;
import org.dashdot.ticket.TicketPlaces;
import org.dashdot.ticket.UntakenWatch;
import org.dashdot.topology.Sightings;
import org.dashdot.topology.Surroundings;

/** Opened last at start and closed first at stop; behind them run the courier and the outbox. */
@ApplicationScoped
public class Doors {

  private static final Logger LOG = System.getLogger(Doors.class.getName());
  private static final int COURIER_MILLIS = 300;
  private static final int OUTBOX_MILLIS = 500;
  private static final int COLLECTORS_MILLIS = 2000;
  private static final int CHECKS_MILLIS = 2000;
  private static final int WINDOW_MILLIS = 5000;
  private static final int TOPOLOGY_MILLIS = 3000;
  private static final int METER_MILLIS = 10_000;
  private static final int NEWS_MILLIS = 5000;
  private static final int DUTY_MILLIS = 30_000;
  private static final int DISK_MILLIS = 60_000;
  private static final int AUDIT_MILLIS = 1000;
  private static final int HEARTBEAT_MILLIS = 60_000;
  private static final int REMINDERS_MILLIS = 2000;
  private static final int RECEIPTS_MILLIS = 1000;

  @Resource ManagedScheduledExecutorService scheduler;
  @Resource ManagedThreadFactory threads;
  @Inject MessageCourier courier;
  @Inject OutboxSender sender;
  @Inject SuppressionDesk suppressions;
  @Inject StormEnd storms;
  @Inject StormNews stormNews;
  @Inject Watching watching;
  @Inject Window window;
  @Inject Surroundings surroundings;
  @Inject Sightings sightings;
  @Inject SignalMeter meter;
  @Inject TicketPlaces places;
  @Inject DiskForecast disk;
  @Inject AuditChain audit;
  @Inject Heartbeat heartbeat;
  @Inject ReminderWatch reminders;
  @Inject Waking waking;
  @Inject ReceiptWatch receipts;
  @Inject GapWatch gaps;
  @Inject ReachWatch reach;
  @Inject UntakenWatch handovers;
  @Inject SignalIntake intake;
  @Inject @Any Instance<MadeAtStart> madeAtStart;
  @Inject @Any Instance<SignalListener> listeners;

  private final List<ScheduledFuture<?>> beats = new ArrayList<>();
  private volatile Instant openedAt;

  /** Called once, when schema, engine and models are ready. */
  public synchronized void open() {
    if (isOpen()) {
      return;
    }
    madeAtStart.forEach(MadeAtStart::make);
    beats.add(beat("courier", COURIER_MILLIS, courier::deliverWaiting));
    beats.add(beat("outbox", OUTBOX_MILLIS, sender::sendDue));
    beats.add(beat("beginning of windows", COLLECTORS_MILLIS, suppressions::begin));
    beats.add(beat("end of windows", COLLECTORS_MILLIS, suppressions::release));
    beats.add(beat("end of storms", COLLECTORS_MILLIS, storms::release));
    beats.add(beat("checks", CHECKS_MILLIS, () -> watching.beat(intake::storeJudged)));
    beats.add(beat("forecast of the disk", DISK_MILLIS, disk::read));
    beats.add(beat("sealing of the audit", AUDIT_MILLIS, audit::seal));
    beats.add(beat("receipts", RECEIPTS_MILLIS, receipts::beat));
    beats.add(beat("reminders", REMINDERS_MILLIS, reminders::beat));
    beats.add(beat("end of snoozes", REMINDERS_MILLIS, waking::beat));
    beats.add(beat("heartbeat", HEARTBEAT_MILLIS, heartbeat::beat));
    beats.add(beat("gaps in duty", DUTY_MILLIS, gaps::look));
    beats.add(beat("people who cannot be told", DUTY_MILLIS, reach::look));
    beats.add(beat("handovers", DUTY_MILLIS, handovers::beat));
    beats.add(beat("news of storms", NEWS_MILLIS, stormNews::tell));
    beats.add(beat("topology", TOPOLOGY_MILLIS, surroundings::beat));
    beats.add(beat("sightings", TOPOLOGY_MILLIS, sightings::beat));
    beats.add(beat("places of tickets", TOPOLOGY_MILLIS, places::fill));
    beats.add(beat("count of signals", METER_MILLIS, meter::beat));
    beats.add(beat("window of checks", WINDOW_MILLIS, window::beat));
    openedAt = Instant.now();
    listeners.forEach(listener -> listener.start(intake, threads));
  }

  public synchronized void close() {
    listeners.forEach(SignalListener::stop);
    openedAt = null;
    beats.forEach(beat -> beat.cancel(false));
    beats.clear();
  }

  public boolean isOpen() {
    return openedAt != null;
  }

  /** When they were opened; only while they are open. */
  Instant openedAt() {
    Instant at = openedAt;
    return at == null ? Instant.MAX : at;
  }

  private ScheduledFuture<?> beat(String name, int millis, Runnable work) {
    return scheduler.scheduleWithFixedDelay(
        new Beat(name, work), millis, millis, TimeUnit.MILLISECONDS);
  }

  /**
   * A beat goes on after a failure, and says once that it failed and once that it is well again.
   */
  private static final class Beat implements Runnable {

    private final String name;
    private final Runnable work;
    private boolean failing;

    Beat(String name, Runnable work) {
      this.name = name;
      this.work = work;
    }

    @Override
    public void run() {
      try {
        work.run();
        if (failing) {
          LOG.log(Level.INFO, "The {0} works again", name);
        }
        failing = false;
      } catch (RuntimeException e) {
        if (!failing) {
          LOG.log(Level.ERROR, "The " + name + " fails and will be tried again", e);
        }
        failing = true;
      }
    }
  }
}
