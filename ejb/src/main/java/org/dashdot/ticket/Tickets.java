package org.dashdot.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dashdot.imperfection.Imperfection;
import org.dashdot.shared.MadeAtStart;
import org.dashdot.signal.Labels;
import org.dashdot.term.TermIndex;

/** The tickets that are stored; callers bring the transaction. */
@ApplicationScoped
public class Tickets implements MadeAtStart {

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  @Inject TermIndex index;

  /**
   * Gives a new ticket its number, by which and by whose words it is found; {@link #store()} is to
   * be called before its process starts.
   */
  public Ticket add(Ticket ticket) {
    em.persist(ticket);
    index.add(ticket.id(), texts(ticket.title(), ticket.labels()));
    return ticket;
  }

  /** From now on the ticket is found by these words too. */
  void alsoFoundBy(Ticket ticket, String... texts) {
    index.also(ticket.id(), List.of(texts));
  }

  /** What a ticket is looked for by. */
  static List<String> texts(String title, Labels labels) {
    List<String> texts = new ArrayList<>(List.of(title));
    texts.addAll(labels.values().values());
    return texts;
  }

  /** Sends what was changed to the database; processes look for it there. */
  void store() {
    em.flush();
  }

  public Ticket get(TicketNumber number) {
    return Optional.ofNullable(em.find(Ticket.class, number.value()))
        .orElseThrow(() -> new UnknownTicket(number));
  }

  public boolean exists(TicketNumber number) {
    return em.createQuery("select count(t) from Ticket t where t.id = :id", Long.class)
            .setParameter("id", number.value())
            .getSingleResult()
        > 0;
  }

  /** Locks the ticket's row until the transaction ends; for people and timers that change it. */
  public Ticket locked(TicketNumber number) {
    return Optional.ofNullable(
            em.find(Ticket.class, number.value(), LockModeType.PESSIMISTIC_WRITE))
        .orElseThrow(() -> new UnknownTicket(number));
  }

  /** Tickets that still take imperfections of these keys, by open key. */
  public Map<String, Ticket> open(Collection<String> openKeys) {
    return em.createQuery(
            "select t from Ticket t where t.openKey in :keys order by t.openKey", Ticket.class)
        .setParameter("keys", openKeys)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .collect(Collectors.toMap(Ticket::openKey, Function.identity()));
  }

  /** Open tickets that hold any of these imperfections; locked, in the order of their numbers. */
  public List<Ticket> holding(Collection<Long> imperfectionIds) {
    return held(imperfectionIds).stream()
        .map(row -> (Long) row[1])
        .distinct()
        .map(id -> locked(new TicketNumber(id)))
        .toList();
  }

  /**
   * The open ticket that holds each of these imperfections, the newest where several do; locked.
   * One that collects for a window holds nothing in this sense: the window decides each time.
   */
  public Map<Long, Ticket> holders(Collection<Long> imperfectionIds) {
    Map<Long, Ticket> holders = new HashMap<>();
    for (Object[] row : held(imperfectionIds)) {
      Ticket ticket = locked(new TicketNumber((Long) row[1]));
      if (ticket.collects() != Collects.WINDOW) {
        holders.put((Long) row[0], ticket);
      }
    }
    return holders;
  }

  /** Imperfection and ticket, in the order in which tickets are locked. */
  private List<Object[]> held(Collection<Long> imperfectionIds) {
    return imperfectionIds.isEmpty()
        ? List.of()
        : em.createQuery(
                "select ti.imperfectionId, t.id from Ticket t, TicketImperfection ti"
                    + " where ti.ticketId = t.id and t.openKey is not null and ti.leftAt is null"
                    + " and ti.imperfectionId in :ids order by t.id",
                Object[].class)
            .setParameter("ids", imperfectionIds)
            .getResultList();
  }

  /**
   * Rows are kept for ever: an imperfection that fires again keeps its first joining.
   *
   * @param high whether each asks for a high priority; only storms look at it
   */
  void join(
      Ticket ticket,
      Collection<Imperfection> members,
      Instant at,
      String why,
      Predicate<Imperfection> high) {
    Map<Long, TicketImperfection> known = new HashMap<>();
    List<Long> again = members.stream().filter(m -> m.times() > 1).map(Imperfection::id).toList();
    if (!again.isEmpty()) {
      em.createQuery(
              "select ti from TicketImperfection ti where ti.ticketId = :ticket"
                  + " and ti.imperfectionId in :imperfections",
              TicketImperfection.class)
          .setParameter("ticket", ticket.id())
          .setParameter("imperfections", again)
          .getResultStream()
          .forEach(ti -> known.put(ti.imperfectionId(), ti));
    }
    Set<String> news = new LinkedHashSet<>();
    for (Imperfection member : members) {
      TicketImperfection joined = known.get(member.id());
      if (joined == null) {
        em.persist(new TicketImperfection(ticket.id(), member.id(), at, why, high.test(member)));
        news.addAll(nameAndPlace(member.labels()));
      } else {
        joined.joinAgain(why);
      }
    }
    found(ticket, news);
  }

  /** Whoever looks for a host finds the storm in which it burns. */
  private void found(Ticket ticket, Set<String> news) {
    news.removeAll(nameAndPlace(ticket.labels()));
    if (!news.isEmpty()) {
      index.also(ticket.id(), List.copyOf(news));
    }
  }

  private static List<String> nameAndPlace(Labels labels) {
    return Stream.of(Optional.of(labels.name()), labels.host(), labels.service())
        .flatMap(Optional::stream)
        .toList();
  }

  void join(Ticket ticket, Collection<Imperfection> members, Instant at, String why) {
    join(ticket, members, at, why, member -> false);
  }

  /** These belong elsewhere from now on. */
  void leave(Ticket ticket, Collection<Long> imperfectionIds, Instant at) {
    Set<Long> leaving = Set.copyOf(imperfectionIds);
    memberships(ticket.id()).stream()
        .filter(m -> leaving.contains(m.imperfectionId()))
        .forEach(m -> m.left(at));
  }

  /** What joined for this reason belongs elsewhere from now on. */
  void leave(Ticket ticket, String why, Instant at) {
    memberships(ticket.id()).stream().filter(m -> m.why().equals(why)).forEach(m -> m.left(at));
  }

  /** What a person is about to end; to be locked before the ticket is, as the intake does. */
  void lockImperfections(TicketNumber number) {
    em.createQuery(
            "select i from Imperfection i where i.id in (select ti.imperfectionId"
                + " from TicketImperfection ti where ti.ticketId = :ticket) order by i.fingerprint",
            Imperfection.class)
        .setParameter("ticket", number.value())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  List<Imperfection> imperfections(Long ticketId) {
    return members(ticketId).getResultList();
  }

  /** The first of them. */
  List<Imperfection> imperfections(Long ticketId, int most) {
    return members(ticketId).setMaxResults(most).getResultList();
  }

  long imperfectionCount(Long ticketId) {
    return em.createQuery(
            "select count(ti) from TicketImperfection ti"
                + " where ti.ticketId = :ticket and ti.leftAt is null",
            Long.class)
        .setParameter("ticket", ticketId)
        .getSingleResult();
  }

  /**
   * Those that were stored. When many tickets open at once, not all of them are looked through for
   * changes for each.
   */
  List<Imperfection> storedImperfections(Long ticketId) {
    return members(ticketId).setFlushMode(FlushModeType.COMMIT).getResultList();
  }

  private TypedQuery<Imperfection> members(Long ticketId) {
    return em.createQuery(
            "select i from Imperfection i, TicketImperfection ti"
                + " where ti.imperfectionId = i.id and ti.ticketId = :ticket"
                + " and ti.leftAt is null order by ti.id",
            Imperfection.class)
        .setParameter("ticket", ticketId);
  }

  List<TicketImperfection> memberships(Long ticketId) {
    return em.createQuery(
            "select ti from TicketImperfection ti where ti.ticketId = :ticket and ti.leftAt is null",
            TicketImperfection.class)
        .setParameter("ticket", ticketId)
        .getResultList();
  }

  /** How many of its imperfections are not cleared. */
  public long burning(Long ticketId) {
    return em.createQuery(
            "select count(i) from Imperfection i, TicketImperfection ti"
                + " where ti.imperfectionId = i.id and ti.ticketId = :ticket and ti.leftAt is null"
                + " and i.state <> :cleared",
            Long.class)
        .setParameter("ticket", ticketId)
        .setParameter("cleared", Imperfection.State.CLEARED)
        .getSingleResult();
  }

  /** How many tickets of a class there were, ended that way if a way is given. */
  long ofClass(String classKey, Outcome outcome) {
    return em.createQuery(
            "select count(t) from Ticket t where t.classKey = :class"
                + " and (:outcome is null or t.outcome = :outcome)",
            Long.class)
        .setParameter("class", classKey)
        .setParameter("outcome", outcome)
        .getSingleResult();
  }

  /** The newest closed ticket of the class that a person explained. */
  Optional<Ticket> lastExplained(String classKey, Long besides) {
    return em.createQuery(
            "select t from Ticket t where t.classKey = :class and t.cause is not null"
                + " and t.id <> :besides order by t.id desc",
            Ticket.class)
        .setParameter("class", classKey)
        .setParameter("besides", besides)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }
}
