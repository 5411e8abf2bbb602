package org.dashdot.ticket;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiFunction;
import org.dashdot.access.Actor;
import org.dashdot.access.LoginTooOld;
import org.dashdot.access.Logins;
import org.dashdot.access.NotAllowed;
import org.dashdot.access.Right;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Unknown;

/**
 * Acts on very many tickets, which go on when the page is left. How far they are is known to the
 * node that does them, for an hour after the last step.
 */
@ApplicationScoped
public class BulkRuns {

  /** Of what is found, no more than these are acted on at once. */
  public static final int MOST = 10_000;

  private static final Logger LOG = System.getLogger(BulkRuns.class.getName());

  /** So many are one step; fewer are done while one waits. */
  public static final int AT_ONCE = 20;

  private static final int PAGE = 200;
  private static final int REFUSALS_KEPT = 20;
  private static final Duration KEPT = Duration.ofHours(1);

  @Resource ManagedExecutorService threads;
  @Inject TicketSearch search;
  @Inject Logins logins;
  @Inject Clock clock;

  private final Map<String, Run> runs = new ConcurrentHashMap<>();

  /**
   * How far one is.
   *
   * @param refused the first of them on which it was not done, with the sentence why
   * @param refusals how many those are in all
   * @param stopped the sentence why it ended early; null when it did not
   */
  public record Progress(
      String id,
      int total,
      int done,
      int refusals,
      List<TicketBulk.Refused> refused,
      boolean finished,
      String stopped) {}

  private static final class Run {

    final String id = UUID.randomUUID().toString();
    final Long person;
    final int total;
    final List<TicketBulk.Refused> refused = new ArrayList<>();
    int done;
    int refusals;
    boolean finished;
    String stopped;
    Instant touched;

    Run(Long person, int total, Instant now) {
      this.person = person;
      this.total = total;
      this.touched = now;
    }

    synchronized void add(TicketBulk.Result result, Instant now) {
      done += result.done().size();
      refusals += result.refused().size();
      result.refused().stream()
          .limit(Math.max(0, REFUSALS_KEPT - refused.size()))
          .forEach(refused::add);
      touched = now;
    }

    synchronized void end(String why, Instant now) {
      finished = true;
      stopped = why;
      touched = now;
    }

    synchronized Progress progress() {
      return new Progress(id, total, done, refusals, List.copyOf(refused), finished, stopped);
    }
  }

  /**
   * Begins an act on all tickets that are found, at most {@link #MOST}.
   *
   * @param act one of {@link TicketBulk}'s, on some of them
   * @return the run's id
   * @throws InvalidInput when nothing is found
   */
  public String start(
      TicketQuery query,
      Actor actor,
      BiFunction<List<TicketNumber>, Actor, TicketBulk.Result> act) {
    return start(found(query, actor), actor, act);
  }

  /** The same on these tickets. */
  public String start(
      List<TicketNumber> tickets,
      Actor actor,
      BiFunction<List<TicketNumber>, Actor, TicketBulk.Result> act) {
    if (tickets.isEmpty()) {
      throw new InvalidInput("tickets", "There is no ticket to act on.");
    }
    forget();
    Run run = new Run(actor.personId(), tickets.size(), clock.instant());
    // What is wrong with the wish itself is said at once, by the first of them.
    run.add(
        act.apply(tickets.subList(0, Math.min(AT_ONCE, tickets.size())), actor), clock.instant());
    runs.put(run.id, run);
    try {
      threads.submit(() -> goOn(run, tickets, actor, act));
    } catch (RejectedExecutionException e) {
      run.end("The server is too busy to go on with it. Try again later.", clock.instant());
    }
    return run.id;
  }

  private void goOn(
      Run run,
      List<TicketNumber> tickets,
      Actor actor,
      BiFunction<List<TicketNumber>, Actor, TicketBulk.Result> act) {
    String why = "It could not be finished; the log says why.";
    try {
      for (int from = AT_ONCE; from < tickets.size(); from += AT_ONCE) {
        run.add(
            act.apply(
                tickets.subList(from, Math.min(tickets.size(), from + AT_ONCE)), again(actor)),
            clock.instant());
      }
      why = null;
    } catch (LoginTooOld | NotAllowed | InvalidInput e) {
      why = e.getMessage();
    } catch (RuntimeException e) {
      // Nobody waits for this thread: what is not written here is lost.
      LOG.log(Level.ERROR, "An act on " + tickets.size() + " tickets ended early", e);
    } finally {
      run.end(why, clock.instant());
    }
  }

  /** With the roles that the person has by now. */
  private Actor again(Actor actor) {
    return logins
        .again(actor.personId(), actor.origin())
        .orElseThrow(() -> new NotAllowed(Right.WORK));
  }

  private List<TicketNumber> found(TicketQuery query, Actor actor) {
    List<TicketNumber> found = new ArrayList<>();
    String cursor = null;
    do {
      Page<TicketRow> page = search.walk(query.pages(PAGE).from(cursor), actor);
      page.items().forEach(row -> found.add(new TicketNumber(row.number())));
      cursor = page.next();
    } while (cursor != null && found.size() < MOST);
    return found.subList(0, Math.min(MOST, found.size()));
  }

  /**
   * How far one is, for who began it.
   *
   * @throws Unknown when there is none, or another began it
   */
  public Progress of(String id, Actor actor) {
    Run run = runs.get(id);
    if (run == null || run.person == null || !run.person.equals(actor.personId())) {
      throw new Unknown("There is no such act under way.");
    }
    return run.progress();
  }

  /** Those that this person began, the newest first. */
  public List<Progress> of(Actor actor) {
    forget();
    return runs.values().stream()
        .filter(run -> run.person != null && run.person.equals(actor.personId()))
        .sorted(Comparator.comparing((Run run) -> run.touched).reversed())
        .map(Run::progress)
        .toList();
  }

  private void forget() {
    Instant before = clock.instant().minus(KEPT);
    runs.values().removeIf(run -> run.finished && run.touched.isBefore(before));
  }
}
