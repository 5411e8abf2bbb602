package org.dashdot.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dashdot.access.Actor;
import org.dashdot.access.Person;
import org.dashdot.database.DatabaseUnderTest;
import org.dashdot.shared.Settings;
import org.dashdot.ticket.SetUpTicket;
import org.dashdot.ticket.Ticket;
import org.dashdot.ticket.Timeline;
import org.dashdot.ticket.TimelineEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When the next person is told, since this one is not known to have it. */
class ReachedTest {

  private static final Instant NOW = Instant.parse("2036-11-25T12:00:00Z");

  /** A ticket and the message of the same number, and one more about it. */
  private static final long ONE = 59_901;

  private static final long OTHER = 59_902;

  private final Receipts receipts = new Receipts();
  private final List<String> said = new ArrayList<>();
  private int told;
  private int setUp;

  private static final class Telephone extends Pigeon {

    @Override
    public ContactKind kind() {
      return ContactKind.SMS;
    }

    @Override
    public boolean receipts() {
      return true;
    }
  }

  private static final class Chat extends Pigeon {

    @Override
    public ContactKind kind() {
      return ContactKind.CHAT;
    }
  }

  /**
   * @param channels by which the person can be told
   */
  private void with(
      DatabaseUnderTest database, List<String> channels, Consumer<EntityManager> work) {
    try (var session = database.sessions().openSession()) {
      session.beginTransaction();
      receipts.notifications = new Notifications();
      receipts.notifications.em = session;
      receipts.clock = Clock.fixed(NOW, ZoneOffset.UTC);
      receipts.settings = Settings.shipped();
      receipts.timeline = timeline();
      receipts.fallthrough = fallthrough(channels);
      sql(session, "update notification set next_person_at = null, receipt_due = null");
      sql(session, "update ticket set priority = 'P2', status = 'OPEN' where id = " + ONE);
      work.accept(session);
      session.getTransaction().rollback();
    }
  }

  private Fallthrough fallthrough(List<String> names) {
    Fallthrough fallthrough = new Fallthrough();
    fallthrough.notifications = receipts.notifications;
    fallthrough.clock = receipts.clock;
    fallthrough.timeline = receipts.timeline;
    fallthrough.setUp =
        new SetUpTicket() {
          @Override
          public void couldNotTell(Ticket ticket) {
            setUp++;
          }
        };
    fallthrough.channels =
        new Channels() {
          @Override
          public NotificationChannel named(String name) {
            return name.equals("sms")
                ? new Telephone()
                : name.equals("chat") ? new Chat() : new Pigeon();
          }
        };
    fallthrough.ways =
        new Ways() {
          @Override
          Route of(Person person, Urgency urgency, Instant at) {
            return new Route(names.stream().map(name -> new Way(name, "x")).toList(), List.of());
          }
        };
    fallthrough.unreached = unreached();
    return fallthrough;
  }

  private Timeline timeline() {
    return new Timeline() {
      @Override
      public void add(Ticket ticket, TimelineEntry.Kind kind, Actor actor, String text) {
        said.add(text);
      }
    };
  }

  @SuppressWarnings("unchecked")
  private Event<Unreached> unreached() {
    return (Event<Unreached>)
        Proxy.newProxyInstance(
            ReachedTest.class.getClassLoader(),
            new Class<?>[] {Event.class},
            (proxy, method, arguments) -> {
              told++;
              return null;
            });
  }

  private static void sql(EntityManager em, String statement) {
    em.flush();
    em.createNativeQuery(statement).executeUpdate();
    em.clear();
  }

  /** The person was told of the ticket by this channel, and it is time to tell the next. */
  private static void told(EntityManager em, long id, String channel, String what) {
    sql(
        em,
        "update notification set ticket_id = "
            + ONE
            + ", person_id = 7, occasion = 'opened-0', channel = '"
            + channel
            + "', step = 'opened-0', list_key = null, next_person_at = timestamp with time zone"
            + " '2036-11-25 11:59:00+00', "
            + what
            + " where id = "
            + id);
  }

  private void look(EntityManager em) {
    List<Long> due = receipts.nextPersonsDue();
    due.forEach(receipts::nextPerson);
    em.flush();
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void aMailIsEnoughForWhoeverHasNothingBetter(DatabaseUnderTest database) {
    with(
        database,
        List.of("mail"),
        em -> {
          told(em, ONE, "mail", "state = 'SENT'");
          look(em);
          assertThat(told).isZero();
          assertThat(receipts.nextPersonsDue()).as("looked at once").isEmpty();
        });
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void aMailThatAServerTookIsNotEnoughWhereATelephoneSaysNothing(DatabaseUnderTest database) {
    with(
        database,
        List.of("sms", "mail"),
        em -> {
          told(em, ONE, "mail", "state = 'SENT'");
          told(em, OTHER, "sms", "state = 'SENT', awaits_receipt = true");
          look(em);
          look(em);
          assertThat(told).as("once, though two messages were sent").isEqualTo(1);
          assertThat(said).anyMatch(text -> text.endsWith("is not known to have it in time"));
          assertThat(setUp).as("it is not for lack of a channel").isZero();
        });
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void aReceiptOrAChatThatTookItIsEnough(DatabaseUnderTest database) {
    for (String reached : List.of("sms", "chat")) {
      with(
          database,
          List.of("sms", "mail", "chat"),
          em -> {
            boolean sms = reached.equals("sms");
            told(em, ONE, "mail", "state = 'FAILED'");
            told(
                em,
                OTHER,
                reached,
                "state = 'SENT', awaits_receipt = " + sms + (sms ? ", receipt = 'DELIVERED'" : ""));
            look(em);
            assertThat(told).as(reached).isZero();
          });
    }
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void whereEverythingFailedTheSetUpLacksAChannel(DatabaseUnderTest database) {
    with(
        database,
        List.of("sms", "mail"),
        em -> {
          told(em, ONE, "mail", "state = 'FAILED'");
          told(em, OTHER, "sms", "state = 'FAILED'");
          look(em);
          assertThat(Stream.of(told, setUp)).containsExactly(1, 1);
        });
  }
}
