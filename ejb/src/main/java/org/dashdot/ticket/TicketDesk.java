package org.dashdot.ticket;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dashdot.access.Actor;
import org.dashdot.access.Person;
import org.dashdot.access.Recency;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.shared.Conflict;
import org.dashdot.shared.InvalidInput;

/** Where people work through a ticket's steps; portal and REST use the same. */
@Stateless
public class TicketDesk {

  @Inject Tickets tickets;
  @Inject WorkItems workItems;
  @Inject Worklist worklist;
  @Inject Timeline timeline;
  @Inject Ownership ownership;
  @Inject Recency recency;
  @Inject @Any Instance<HumanStep> steps;

  /** Takes a step; claiming any step acknowledges its ticket. */
  public void claim(String taskId, Actor actor) {
    WorkItem item = workItems.get(taskId);
    Ticket ticket = work(item.ticket().number(), actor);
    if (item.taskKey().equals(AcknowledgeStep.KEY)) {
      complete(taskId, Map.of(), null, actor);
      return;
    }
    worklist.claim(taskId, actor.personId());
    ownership.acknowledge(ticket, actor);
  }

  /**
   * Answers a step and lets the process move on.
   *
   * @param note kept on the timeline; may be null
   * @throws InvalidInput when a required field is missing or a value is none of the options
   */
  public void complete(String taskId, Map<String, String> answer, String note, Actor actor) {
    WorkItem item = workItems.get(taskId);
    if (item.taskKey().equals(ConfirmOverStep.KEY)) {
      tickets.lockImperfections(item.ticket().number());
    }
    Ticket ticket = work(item.ticket().number(), actor);
    Map<String, String> clean = FormCheck.checked(worklist.form(taskId), answer);
    step(item.taskKey()).answered(ticket, clean, actor);
    noteIfAny(ticket, "note", note, actor);
    worklist.complete(taskId);
  }

  /** Takes the ticket, whichever step it waits at. */
  public void acknowledge(TicketNumber number, Actor actor) {
    Ticket ticket = work(number, actor);
    Optional<WorkItem> step =
        workItems.of(number).stream()
            .filter(item -> item.taskKey().equals(AcknowledgeStep.KEY))
            .findFirst();
    if (step.isPresent()) {
      complete(step.get().id(), Map.of(), null, actor);
    } else {
      ownership.acknowledge(ticket, actor);
    }
  }

  /**
   * Takes a ticket that nobody else has taken, for what was asked in a message: it may be answered
   * late.
   *
   * @throws Conflict when somebody else has it
   */
  public void acknowledgeUntaken(TicketNumber number, Actor actor) {
    Ticket ticket = work(number, actor);
    Person owner = ticket.assignee();
    if (ticket.acknowledgedAt() != null && owner != null && !owner.id().equals(actor.personId())) {
      throw new Conflict("#" + number + " is " + owner.name() + "'s already.");
    }
    acknowledge(number, actor);
  }

  /**
   * Answers all human steps that wait, and those that follow at once, in one transaction.
   *
   * @param answer the fields of all their forms together; fields of no step are refused
   */
  public void resolve(TicketNumber number, Map<String, String> answer, Actor actor) {
    Ticket ticket = work(number, actor);
    if (workItems.of(number).isEmpty()) {
      throw new Conflict("Nothing on ticket #" + number + " waits for a person.");
    }
    answerEarly(ticket, answer, actor);
    for (int most = 0; most < 10; most++) {
      List<WorkItem> waiting = workItems.of(number);
      if (waiting.isEmpty()) {
        return;
      }
      WorkItem item = waiting.get(0);
      Map<String, String> clean = FormCheck.relevant(worklist.form(item.id()), answer);
      step(item.taskKey()).answered(ticket, clean, actor);
      worklist.complete(item.id());
    }
  }

  /** A step that comes later, like the review, may be answered with the rest. */
  private void answerEarly(Ticket ticket, Map<String, String> answer, Actor actor) {
    boolean waits =
        workItems.of(ticket.number()).stream()
            .anyMatch(item -> step(item.taskKey()).answersEarly(answer));
    if (!waits) {
      steps.stream()
          .filter(step -> step.answersEarly(answer))
          .forEach(step -> step.answered(ticket, answer, actor));
    }
  }

  /** Adds a note. */
  public void note(TicketNumber number, String text, Actor actor) {
    Ticket ticket = tickets.locked(number);
    Rights.check(actor, Right.NOTE, team(ticket));
    recency.toAct(actor);
    if (text == null || text.isBlank()) {
      throw new InvalidInput("text", "A note needs some text.");
    }
    noteIfAny(ticket, "text", text, actor);
  }

  /** A person checked: it is over, whatever the source says. */
  public void confirmOver(TicketNumber number, Actor actor) {
    tickets.lockImperfections(number);
    ownership.over(work(number, actor), actor);
  }

  private void noteIfAny(Ticket ticket, String field, String note, Actor actor) {
    if (note != null && !note.isBlank()) {
      if (note.length() > 4000) {
        throw new InvalidInput(field, "A note has at most 4,000 characters.");
      }
      timeline.add(ticket, TimelineEntry.Kind.NOTE, actor, note.trim());
      tickets.alsoFoundBy(ticket, note.trim());
    }
  }

  private Ticket work(TicketNumber number, Actor actor) {
    Ticket ticket = tickets.locked(number);
    Rights.check(actor, Right.WORK, team(ticket));
    recency.toAct(actor);
    ticket.refuseWhenItOnlyCollects();
    return ticket;
  }

  private HumanStep step(String key) {
    return steps.stream()
        .filter(step -> step.taskKey().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No step knows the task " + key));
  }

  static Long team(Ticket ticket) {
    return ticket.team() == null ? null : ticket.team().id();
  }
}
