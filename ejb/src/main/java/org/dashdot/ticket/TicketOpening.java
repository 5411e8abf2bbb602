package org.dashdot.ticket;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dashdot.access.Actor;
import org.dashdot.imperfection.Imperfection;
import org.dashdot.signal.Labels;

/**
 * How imperfections reach tickets: they open them together with their process, join them, or let
 * them burn again. Runs in the intake's transaction and never calls a running process: it writes
 * messages.
 */
@Stateless
public class TicketOpening {

  private static final Actor INTAKE = Actor.system("intake");

  @Inject Tickets tickets;
  @Inject WindowTickets windows;
  @Inject Bursts bursts;
  @Inject Flapping flapping;
  @Inject Timeline timeline;
  @Inject LifecycleMessages messages;
  @Inject TicketLifecycle lifecycle;
  @Inject TicketRouting routing;
  @Inject Clock clock;
  @Inject Event<TicketEvent> news;

  /**
   * An imperfection that began or began again.
   *
   * @param givenGroupKey the source's own group; null for the usual labels
   * @param foundBurning it burnt long before its source was first heard of
   */
  public record Fired(
      Imperfection imperfection, String givenGroupKey, String sourceName, boolean foundBurning) {

    /** Of equals, the first one. */
    static Fired worst(Collection<Fired> members) {
      return members.stream()
          .reduce(
              (a, b) ->
                  b.imperfection().severity().compareTo(a.imperfection().severity()) > 0 ? b : a)
          .orElseThrow();
    }

    GroupKey groupKey() {
      return GroupKey.of(imperfection.labels(), givenGroupKey, sourceName);
    }
  }

  /**
   * Joins each to the ticket on which it burns or burnt, else to that of its group, or opens one;
   * unless it is suppressed.
   */
  public void fired(List<Fired> all) {
    Map<Long, Ticket> holders = tickets.holders(knownBefore(all));
    Map<Ticket, List<Fired>> held = new LinkedHashMap<>();
    Map<Imperfection, Fired> free = new LinkedHashMap<>();
    for (Fired f : all) {
      Ticket holder = holders.get(f.imperfection().id());
      if (holder != null && holder.status().burning()) {
        held.computeIfAbsent(holder, ticket -> new ArrayList<>()).add(f);
      } else {
        free.put(f.imperfection(), f);
      }
    }
    Map<GroupKey, List<Fired>> groups = new LinkedHashMap<>();
    for (Imperfection imperfection : windows.collect(free.keySet())) {
      Fired f = free.get(imperfection);
      Ticket holder = holders.get(imperfection.id());
      if (holder != null) {
        held.computeIfAbsent(holder, ticket -> new ArrayList<>()).add(f);
      } else {
        groups.computeIfAbsent(f.groupKey(), key -> new ArrayList<>()).add(f);
      }
    }
    held.forEach(this::join);
    Map<GroupKey, List<Fired>> fresh = joinOpen(groups);
    for (Bursts.Collected collected : bursts.collect(fresh)) {
      collect(collected);
      fresh.keySet().removeAll(collected.groups().keySet());
    }
    open(fresh);
  }

  /** Each group to its ticket, however many there are: what is left of a storm. */
  public void each(List<Fired> all) {
    Map<GroupKey, List<Fired>> groups = new LinkedHashMap<>();
    all.forEach(f -> groups.computeIfAbsent(f.groupKey(), key -> new ArrayList<>()).add(f));
    open(joinOpen(groups));
  }

  /** Returns the groups that have no open ticket. */
  private Map<GroupKey, List<Fired>> joinOpen(Map<GroupKey, List<Fired>> groups) {
    Map<GroupKey, List<Fired>> fresh = new LinkedHashMap<>();
    Map<String, Ticket> open =
        tickets.open(groups.keySet().stream().map(GroupKey::openKey).sorted().toList());
    groups.forEach(
        (key, members) -> {
          Ticket ticket = open.get(key.openKey());
          if (ticket == null) {
            fresh.put(key, members);
          } else {
            join(ticket, members);
          }
        });
    return fresh;
  }

  private void collect(Bursts.Collected collected) {
    Ticket ticket = collected.ticket();
    Instant now = clock.instant();
    collected
        .groups()
        .forEach(
            (key, members) ->
                tickets.join(
                    ticket, imperfections(members), now, key.value(), routing::asksForHigh));
    List<Fired> all = collected.groups().values().stream().flatMap(List::stream).toList();
    if (collected.begun()) {
      tickets.store();
      lifecycle.start(ticket.number());
    } else {
      joined(ticket, all, now);
    }
    routing
        .concerned(imperfections(all))
        .forEach(
            person ->
                news.fire(new TicketEvent(ticket, TicketEvent.Kind.CONCERNS, INTAKE, person)));
  }

  /** What is seen for the first time cannot be held by any ticket. */
  private static List<Long> knownBefore(List<Fired> fired) {
    return fired.stream()
        .map(Fired::imperfection)
        .filter(i -> i.times() > 1)
        .map(Imperfection::id)
        .toList();
  }

  /** All tickets are stored together before the first process starts. */
  private void open(Map<GroupKey, List<Fired>> groups) {
    if (groups.isEmpty()) {
      return;
    }
    List<Ticket> opened = new ArrayList<>();
    groups.forEach((key, members) -> opened.add(opened(key, members)));
    tickets.store();
    opened.forEach(ticket -> lifecycle.start(ticket.number()));
  }

  /** Opens a ticket for what a person took out of another one; its process is to be started. */
  public Ticket apart(GroupKey key, List<Fired> members, Actor actor) {
    return opened(key, members, actor, "opened: taken out of another ticket");
  }

  private Ticket opened(GroupKey key, List<Fired> members) {
    Fired first = Fired.worst(members);
    return opened(
        key,
        members,
        INTAKE,
        "opened: " + first.sourceName() + " reports " + first.imperfection().name());
  }

  private Ticket opened(GroupKey key, List<Fired> members, Actor actor, String told) {
    Fired first = Fired.worst(members);
    Imperfection imperfection = first.imperfection();
    Ticket ticket =
        tickets.add(
            new Ticket(
                new Ticket.Opening(
                    title(imperfection),
                    first.sourceName(),
                    key,
                    imperfection.name(),
                    common(members),
                    imperfection.severity(),
                    Links.runbook(imperfection.annotations()),
                    Links.of(imperfection.annotations(), imperfection.generatorUrl()),
                    members.stream().allMatch(Fired::foundBurning),
                    clock.instant())));
    timeline.add(ticket, TimelineEntry.Kind.OPENED, actor, told);
    tickets.join(ticket, imperfections(members), ticket.openedAt(), key.value());
    return ticket;
  }

  private void join(Ticket ticket, List<Fired> members) {
    Instant now = clock.instant();
    tickets.join(ticket, imperfections(members), now, ticket.groupKey());
    joined(ticket, members, now);
  }

  private void joined(Ticket ticket, List<Fired> members, Instant now) {
    Imperfection worst = Fired.worst(members).imperfection();
    if (ticket.burnAgain(now)) {
      timeline.add(ticket, TimelineEntry.Kind.FIRED_AGAIN, INTAKE, worst.name() + " fires again");
      messages.send(ticket, LifecycleMessage.Kind.FIRED_AGAIN);
      if (!flapping.flaps(ticket)) {
        news.fire(new TicketEvent(ticket, TicketEvent.Kind.FIRED_AGAIN, INTAKE));
      }
    } else {
      timeline.add(
          ticket,
          TimelineEntry.Kind.JOINED,
          INTAKE,
          members.size() == 1
              ? worst.name() + " joined"
              : members.size() + " imperfections joined, " + worst.name() + " among them");
    }
    worsened(ticket, imperfections(members));
  }

  /** Known imperfections got worse: their tickets may have to be more urgent. */
  public void worsened(List<Fired> worse) {
    Map<Ticket, List<Imperfection>> byTicket = new LinkedHashMap<>();
    Map<Long, Ticket> holders =
        tickets.holders(worse.stream().map(f -> f.imperfection().id()).toList());
    List<Fired> nowhere = new ArrayList<>();
    for (Fired f : worse) {
      Ticket holder = holders.get(f.imperfection().id());
      if (holder != null) {
        byTicket.computeIfAbsent(holder, ticket -> new ArrayList<>()).add(f.imperfection());
      } else {
        nowhere.add(f);
      }
    }
    byTicket.forEach(this::worsened);
    // What something milder inhibited may speak for itself now.
    fired(nowhere);
  }

  private void worsened(Ticket ticket, List<Imperfection> members) {
    members.forEach(member -> ticket.worsen(member.severity()));
    if (routing.worsened(ticket, members)) {
      messages.send(ticket, LifecycleMessage.Kind.PRIORITY_CHANGED);
    }
  }

  private static List<Imperfection> imperfections(List<Fired> members) {
    return members.stream().map(Fired::imperfection).toList();
  }

  private static String title(Imperfection imperfection) {
    Labels annotations = imperfection.annotations();
    return annotations
        .get("summary")
        .or(() -> annotations.get("title"))
        .or(() -> annotations.get("message"))
        .orElseGet(
            () ->
                imperfection.name()
                    + imperfection.labels().host().map(host -> " on " + host).orElse(""));
  }

  /** The labels that all members share. */
  private static Labels common(List<Fired> members) {
    Map<String, String> common = new TreeMap<>(members.get(0).imperfection().labels().values());
    members.forEach(
        m ->
            common
                .entrySet()
                .removeIf(
                    e -> !e.getValue().equals(m.imperfection().labels().values().get(e.getKey()))));
    return Labels.of(common);
  }
}
