package org.dashdot.notification;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.dashdot.shared.Settings;
import org.dashdot.ticket.Timeline;
import org.dashdot.ticket.TimelineEntry;

/** What gateways say of the messages that they took, and what follows when they say nothing. */
@Stateless
public class Receipts {

  private static final Logger LOG = System.getLogger(Receipts.class.getName());
  private static final int BATCH = 50;

  @Inject Notifications notifications;
  @Inject Fallthrough fallthrough;
  @Inject Timeline timeline;
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * Takes a receipt; one that is late, repeated or about nothing is harmless.
   *
   * @param key by what the message was told to be known
   * @param provider by what its gateway knows it; may be null
   * @param words what the gateway says besides; may be null
   */
  public void received(String key, Receipt news, String provider, String words) {
    Instant now = clock.instant();
    List<Long> ids = notifications.byReceiptKey(key);
    if (ids.isEmpty()) {
      LOG.log(Level.DEBUG, "A receipt names no message that is known");
    }
    for (Long id : ids) {
      Notification n = notifications.locked(id);
      if (n.receive(news, shortened(provider, 200), now)) {
        follow(n, news, words);
      }
    }
  }

  private void follow(Notification n, Receipt news, String words) {
    if (news == Receipt.DELIVERED) {
      n.forgetNextPerson();
      say(n, TimelineEntry.Kind.TOLD, "the message has reached " + n.person().name() + by(n));
    } else if (news.last()) {
      String why = news == Receipt.REJECTED ? "the gateway refused it" : "it was not delivered";
      n.failed(words == null || words.isBlank() ? why : why + ": " + shortened(words, 300));
      say(
          n,
          TimelineEntry.Kind.NOT_TOLD,
          n.person().name() + " could not be told" + by(n) + ": " + n.lastError());
      fallthrough.next(n);
    }
  }

  /** The messages whose receipt should be there by now. */
  public List<Long> due() {
    return notifications.receiptsDue(clock.instant(), BATCH);
  }

  /** Whoever is not known to have it is told by the next channel. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void overdue(Long id) {
    Notification n = notifications.locked(id);
    if (n.receiptDue() == null || n.receiptDue().isAfter(clock.instant())) {
      return;
    }
    n.awaitNothing();
    String waited = settings.duration("notify.receipt").toSeconds() + " s";
    say(
        n,
        TimelineEntry.Kind.NOTE,
        "no receipt" + by(n) + " within " + waited + " for " + n.person().name());
    fallthrough.next(n);
  }

  /** The messages after which the next person should be told by now. */
  public List<Long> nextPersonsDue() {
    return notifications.nextPersonsDue(clock.instant(), BATCH);
  }

  /** Tells the next person unless this one is known to have it, by whichever way. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void nextPerson(Long id) {
    // In the order of their ids, as all nodes lock them.
    SortedSet<Long> all = new TreeSet<>(Set.of(id));
    notifications.ofOccasion(notifications.byId(id)).forEach(n -> all.add(n.id()));
    all.forEach(notifications::locked);
    Notification n = notifications.byId(id);
    if (n.nextPersonAt() != null && !n.nextPersonAt().isAfter(clock.instant())) {
      fallthrough.nextPersonUnlessReached(n);
    }
  }

  private void say(Notification n, TimelineEntry.Kind kind, String text) {
    if (n.ticket() != null) {
      timeline.add(n.ticket(), kind, Telling.NOTIFIER, text);
    }
  }

  private static String by(Notification n) {
    return " by " + n.channel();
  }

  private static String shortened(String text, int longest) {
    return text == null || text.length() <= longest ? text : text.substring(0, longest);
  }
}
