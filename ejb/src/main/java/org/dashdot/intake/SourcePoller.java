package org.dashdot.intake;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Source;
import org.dashdot.signal.Sources;

/**
 * One persistent tick for the cluster: claims the sources that are due, each by a lease, and hands
 * each to a worker; then looks after what expired.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class SourcePoller {

  @Inject Sources sources;
  @Inject Integrations integrations;
  @Inject SourcePoll poll;
  @Inject Expirer expirer;
  @Inject Doors doors;
  @Inject Settings settings;

  /** Polls wait for others, who may hang: there are many threads for them. */
  @Resource(lookup = "java:jboss/ee/concurrency/executor/dash-dot-polls")
  ManagedExecutorService executor;

  /** Every five seconds; outside any transaction, since polling waits for the network. */
  @Schedule(hour = "*", minute = "*", second = "*/5", info = "dash-dot: poll sources")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void tick() {
    if (!doors.isOpen()) {
      return;
    }
    Duration lease = settings.duration("source.poll-timeout").multipliedBy(3);
    List<Source> due = sources.claimDue(integrations.pollable(), lease);
    due.forEach(source -> executor.execute(() -> poll.poll(source)));
    expirer.countFiring();
    Instant openedAt = doors.openedAt();
    Duration patience = settings.duration("source.resend-interval");
    if (openedAt.isBefore(Instant.now().minus(patience))) {
      expirer.expire();
      expirer.listenForHeartbeats(openedAt);
      expirer.reportFailedSteps();
    }
  }
}
