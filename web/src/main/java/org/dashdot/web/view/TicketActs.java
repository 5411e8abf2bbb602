package org.dashdot.web.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dashdot.access.Administration;
import org.dashdot.shared.InvalidInput;
import org.dashdot.ticket.Overtaken;
import org.dashdot.ticket.Priority;
import org.dashdot.ticket.TicketDesk;
import org.dashdot.ticket.TicketDispatch;
import org.dashdot.ticket.TicketMerge;
import org.dashdot.ticket.TicketNumber;
import org.dashdot.ticket.TicketSeen;
import org.dashdot.ticket.TicketSnooze;
import org.dashdot.web.page.Refusals;

/** What else a person can do with a ticket. */
@Named
@RequestScoped
public class TicketActs {

  @Inject TicketDesk desk;
  @Inject TicketDispatch dispatch;
  @Inject TicketMerge merging;
  @Inject TicketSnooze snoozing;
  @Inject Administration administration;
  @Inject TicketPage page;
  @Inject Me me;

  private String note;
  private Long person;
  private Long team;
  private Priority priority;
  private TicketDispatch.FalsePositive why;
  private String reason;
  private String into;
  private Integer minutes;

  public void take() {
    Acts.then(page.address(), "act.take.done", () -> desk.acknowledge(page.number(), me.actor()));
  }

  public void addNote() {
    Acts.then(page.address(), "act.note.done", () -> desk.note(page.number(), note, me.actor()));
  }

  /**
   * Changes what another may have changed meanwhile: then it says beside the field what that was,
   * and the same button does it all the same.
   */
  private void carefully(String field, String done, Consumer<TicketSeen> change) {
    Acts.then(
        page.address(),
        done,
        () -> {
          try {
            change.accept(page.seen());
          } catch (RuntimeException e) {
            if (Refusals.root(e) instanceof Overtaken) {
              throw new InvalidInput(
                  field, Acts.text("act.overtaken").replace("{0}", page.meanwhile()));
            }
            throw e;
          }
        });
  }

  /** Puts the ticket aside. */
  public void snooze() {
    carefully(
        "minutes",
        "act.snooze.done",
        seen ->
            snoozing.snooze(
                page.number(),
                Instant.now().plus(Duration.ofMinutes(minutes == null ? 0 : minutes)),
                reason,
                seen,
                me.actor()));
  }

  /** Takes it up again before its time. */
  public void wake() {
    Acts.then(page.address(), "act.wake.done", () -> snoozing.wake(page.number(), me.actor()));
  }

  /** For how many minutes it may be put aside. */
  public List<Integer> getSnoozes() {
    long most = snoozing.longest(page.getTicket().priority()).toMinutes();
    return Stream.of(30, 60, 120, 240, 480, 1440, 4320, 10_080, 43_200)
        .filter(some -> some <= most)
        .toList();
  }

  public Integer getMinutes() {
    return minutes;
  }

  public void setMinutes(Integer minutes) {
    this.minutes = minutes;
  }

  public void over() {
    Acts.then(page.address(), "act.over.done", () -> desk.confirmOver(page.number(), me.actor()));
  }

  public void handOver() {
    carefully(
        "person",
        "act.hand.done",
        seen -> {
          if (person == null && team == null) {
            throw new InvalidInput("person", Acts.text("act.hand.whom"));
          }
          dispatch.handOver(page.number(), person, team, seen, me.actor());
        });
  }

  public void prioritise() {
    carefully(
        "to",
        "act.priority.done",
        seen -> {
          if (priority == page.getTicket().priority()) {
            throw new InvalidInput("to", Acts.text("act.priority.same"));
          }
          dispatch.prioritise(page.number(), priority, reason, seen, me.actor());
        });
  }

  public void dismiss() {
    Acts.then(
        page.address(),
        "act.dismiss.done",
        () -> dispatch.dismiss(page.number(), why, reason, me.actor()));
  }

  public void mergeInto() {
    Acts.then(
        page.address(),
        "act.merge.done",
        () -> merging.merge(page.number(), number("into", into), me.actor()));
  }

  /** A number, also as it stands in an address that somebody pasted. */
  static TicketNumber number(String field, String typed) {
    String text = typed == null ? "" : typed.trim().replaceFirst("^https?://\\S+/tickets/", "");
    try {
      return TicketNumber.parse(text);
    } catch (InvalidInput e) {
      throw new InvalidInput(field, Acts.text("act.merge.number"));
    }
  }

  public void takeBack() {
    Acts.then(page.address(), "act.unmerge.done", () -> merging.undo(page.number(), me.actor()));
  }

  /** Until when the merge can be taken back; null when it cannot. */
  public Instant getUndoableUntil() {
    return merging.undoableUntil(page.number(), me.actor()).orElse(null);
  }

  public List<Administration.PersonRow> getPeople() {
    return administration.people(me.actor()).stream()
        .filter(Administration.PersonRow::active)
        .toList();
  }

  public List<Administration.TeamRow> getTeams() {
    return administration.teams(me.actor());
  }

  public Priority[] getPriorities() {
    return Priority.values();
  }

  public TicketDispatch.FalsePositive[] getWhys() {
    return TicketDispatch.FalsePositive.values();
  }

  public String getInto() {
    return into;
  }

  public void setInto(String into) {
    this.into = into;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public Long getPerson() {
    return person;
  }

  public void setPerson(Long person) {
    this.person = person;
  }

  public Long getTeam() {
    return team;
  }

  public void setTeam(Long team) {
    this.team = team;
  }

  /** The ticket's own until another is chosen. */
  public Priority getPriority() {
    return priority == null ? page.getTicket().priority() : priority;
  }

  public void setPriority(Priority priority) {
    this.priority = priority;
  }

  public TicketDispatch.FalsePositive getWhy() {
    return why;
  }

  public void setWhy(TicketDispatch.FalsePositive why) {
    this.why = why;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
