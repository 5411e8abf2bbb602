package org.dashdot.ticket;

import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dashdot.access.Actor;
import org.dashdot.access.Administration;
import org.dashdot.access.NotAllowed;
import org.dashdot.access.Recency;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.shared.Conflict;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Unknown;

/**
 * One act on many tickets, each in a transaction of its own: what is refused on one of them changes
 * nothing on the others.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TicketBulk {

  /** No more tickets are taken at once; a page has no more. */
  public static final int MOST = 200;

  private static final int LONGEST = 4000;

  private static final Logger LOG = System.getLogger(TicketBulk.class.getName());

  @Inject TicketDesk desk;
  @Inject TicketDispatch dispatch;
  @Inject Administration administration;
  @Inject Recency recency;

  /** A ticket on which it was not done, and the sentence why. */
  public record Refused(long ticket, String why) {}

  /** What came of it, in the order in which the tickets were given. */
  public record Result(List<Long> done, List<Refused> refused) {}

  /** The actor takes them. */
  public Result take(List<TicketNumber> tickets, Actor actor) {
    return each(tickets, actor, number -> desk.acknowledge(number, actor));
  }

  /**
   * They become this person's.
   *
   * @param login of somebody active
   */
  public Result assign(List<TicketNumber> tickets, String login, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    Long person =
        administration.people(actor).stream()
            .filter(p -> p.active() && p.login().equals(login))
            .findFirst()
            .orElseThrow(() -> new InvalidInput("assignee", "Say to whom: a person's login."))
            .id();
    return each(
        tickets, actor, number -> dispatch.handOver(number, person, null, TicketSeen.ANY, actor));
  }

  /** They were no real problems; the reason stands on each. */
  public Result dismiss(
      List<TicketNumber> tickets, TicketDispatch.FalsePositive why, String reason, Actor actor) {
    if (why == null) {
      throw new InvalidInput("why", "Say why: check-wrong, expected-work or test.");
    }
    if (reason == null || reason.isBlank() || reason.length() > 1000) {
      throw new InvalidInput("reason", "Say why, in at most 1,000 characters.");
    }
    return each(tickets, actor, number -> dispatch.dismiss(number, why, reason, actor));
  }

  /** They are wanted all the same, however long they have waited. */
  public Result keep(List<TicketNumber> tickets, Actor actor) {
    return each(tickets, actor, number -> dispatch.keep(number, actor));
  }

  /**
   * Answers all that waits on them with the same cause and response.
   *
   * @param response what was done
   */
  public Result resolve(List<TicketNumber> tickets, String cause, String response, Actor actor) {
    if (cause == null || cause.isBlank() || cause.length() > LONGEST) {
      throw new InvalidInput("cause", "Say what the cause was, in at most 4,000 characters.");
    }
    if (response == null || response.isBlank() || response.length() > LONGEST) {
      throw new InvalidInput("response", "Say what was done, in at most 4,000 characters.");
    }
    Map<String, String> answer = Map.of("cause", cause.trim(), "response", response.trim());
    return each(tickets, actor, number -> desk.resolve(number, answer, actor));
  }

  private Result each(List<TicketNumber> tickets, Actor actor, Consumer<TicketNumber> act) {
    Rights.check(actor, Right.SEE, null);
    recency.toAct(actor);
    if (tickets.isEmpty() || tickets.size() > MOST) {
      throw new InvalidInput("tickets", "Choose 1 to " + MOST + " tickets.");
    }
    List<Long> done = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    for (TicketNumber number : new LinkedHashSet<>(tickets)) {
      try {
        act.accept(number);
        done.add(number.value());
      } catch (NotAllowed | Conflict | InvalidInput | Unknown e) {
        refused.add(new Refused(number.value(), e.getMessage()));
      } catch (EJBException e) {
        LOG.log(Level.WARNING, "Ticket #" + number + " was left as it is", e);
        refused.add(
            new Refused(
                number.value(), "It changed at the same moment. Look at it and try again."));
      }
    }
    return new Result(done, refused);
  }
}
