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
 * What imperfections do to tickets: open them together with their process, join them, let them
 * clear, burn again or be doubted. Runs in the intake's transaction and never calls a running
 * process: it writes messages.
 */
@Stateless
public class TicketOpening {

  private static final Actor INTAKE = Actor.system("intake");

  @Inject Tickets tickets;
  @Inject Timeline timeline;
  @Inject LifecycleMessages messages;
  @Inject TicketLifecycle lifecycle;
  @Inject TicketCourse course;
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

    GroupKey groupKey() {
      return GroupKey.of(imperfection.labels(), givenGroupKey, sourceName);
    }
  }

  /** Joins each to the open ticket that has it already, else to that of its group, or opens one. */
  public void fired(List<Fired> fired) {
    Map<Long, Ticket> holders = tickets.holders(knownBefore(fired));
    Map<Ticket, List<Fired>> held = new LinkedHashMap<>();
    Map<GroupKey, List<Fired>> groups = new LinkedHashMap<>();
    for (Fired f : fired) {
      Ticket holder = holders.get(f.imperfection().id());
      if (holder == null) {
        groups.computeIfAbsent(f.groupKey(), key -> new ArrayList<>()).add(f);
      } else {
        held.computeIfAbsent(holder, ticket -> new ArrayList<>()).add(f);
      }
    }
    held.forEach(this::join);
    Map<String, Ticket> open =
        tickets.open(groups.keySet().stream().map(GroupKey::openKey).sorted().toList());
    groups.forEach(
        (key, members) -> {
          Ticket ticket = open.get(key.openKey());
          if (ticket == null) {
            open(key, members);
          } else {
            join(ticket, members);
          }
        });
  }

  /** What is seen for the first time cannot be held by any ticket. */
  private static List<Long> knownBefore(List<Fired> fired) {
    return fired.stream()
        .map(Fired::imperfection)
        .filter(i -> i.times() > 1)
        .map(Imperfection::id)
        .toList();
  }

  private void open(GroupKey key, List<Fired> members) {
    Fired first = worst(members);
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
    timeline.add(
        ticket,
        TimelineEntry.Kind.OPENED,
        INTAKE,
        "opened: " + first.sourceName() + " reports " + imperfection.name());
    members.forEach(m -> tickets.join(ticket, m.imperfection(), ticket.openedAt(), key.value()));
    lifecycle.start(ticket.number());
  }

  private void join(Ticket ticket, List<Fired> members) {
    Instant now = clock.instant();
    for (Fired member : members) {
      tickets.join(ticket, member.imperfection(), now, ticket.groupKey());
    }
    Imperfection worst = worst(members).imperfection();
    if (ticket.burnAgain(now)) {
      timeline.add(ticket, TimelineEntry.Kind.FIRED_AGAIN, INTAKE, worst.name() + " fires again");
      messages.send(ticket, LifecycleMessage.Kind.FIRED_AGAIN);
      news.fire(new TicketEvent(ticket, TicketEvent.Kind.FIRED_AGAIN, INTAKE));
    } else {
      timeline.add(
          ticket,
          TimelineEntry.Kind.JOINED,
          INTAKE,
          members.size() == 1
              ? worst.name() + " joined"
              : members.size() + " imperfections joined, " + worst.name() + " among them");
    }
    worsened(ticket, members.stream().map(Fired::imperfection).toList());
  }

  /** Known imperfections got worse: their tickets may have to be more urgent. */
  public void worsened(Collection<Imperfection> imperfections) {
    Map<Ticket, List<Imperfection>> byTicket = new LinkedHashMap<>();
    Map<Long, Ticket> holders =
        tickets.holders(imperfections.stream().map(Imperfection::id).toList());
    for (Imperfection imperfection : imperfections) {
      Ticket holder = holders.get(imperfection.id());
      if (holder != null) {
        byTicket.computeIfAbsent(holder, ticket -> new ArrayList<>()).add(imperfection);
      }
    }
    byTicket.forEach(this::worsened);
  }

  private void worsened(Ticket ticket, List<Imperfection> members) {
    members.forEach(member -> ticket.worsen(member.severity()));
    if (course.worsened(ticket, members)) {
      messages.send(ticket, LifecycleMessage.Kind.PRIORITY_CHANGED);
    }
  }

  /** These cleared; a ticket clears with its last one. */
  public void cleared(Collection<Imperfection> imperfections) {
    for (Ticket ticket : tickets.holding(imperfections.stream().map(Imperfection::id).toList())) {
      tickets.memberships(ticket.id()).stream()
          .filter(m -> imperfections.stream().anyMatch(i -> i.id().equals(m.imperfectionId())))
          .forEach(m -> m.cleared(clock.instant()));
      if (tickets.burning(ticket.id()) == 0 && ticket.clear(clock.instant())) {
        timeline.add(ticket, TimelineEntry.Kind.CLEARED, INTAKE, "everything on it has cleared");
        messages.send(ticket, LifecycleMessage.Kind.CLEARED);
        news.fire(new TicketEvent(ticket, TicketEvent.Kind.CLEARED, INTAKE));
      }
    }
  }

  /** These should have been repeated, but their source is not known to be alive. */
  public void doubted(Collection<Imperfection> imperfections) {
    for (Ticket ticket : tickets.holding(imperfections.stream().map(Imperfection::id).toList())) {
      boolean someSure =
          tickets.imperfections(ticket.id()).stream()
              .anyMatch(i -> i.state() == Imperfection.State.OPEN);
      if (!someSure && ticket.doubt()) {
        timeline.add(
            ticket,
            TimelineEntry.Kind.UNCONFIRMED,
            INTAKE,
            "nobody can tell whether it still burns: "
                + ticket.sourceName()
                + " is not known to live");
        messages.send(ticket, LifecycleMessage.Kind.UNCONFIRMED);
      }
    }
  }

  private static Fired worst(List<Fired> members) {
    return members.stream()
        .reduce(
            (a, b) ->
                b.imperfection().severity().compareTo(a.imperfection().severity()) > 0 ? b : a)
        .orElseThrow();
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
