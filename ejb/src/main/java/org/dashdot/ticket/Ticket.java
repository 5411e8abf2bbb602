package org.dashdot.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import org.dashdot.access.Person;
import org.dashdot.access.Team;
import org.dashdot.shared.Conflict;

/**
 * One piece of work, from detection to closing. It owns the facts; its process owns who is waited
 * for.
 */
@Entity
public class Ticket extends TicketUrgency {

  @Id
  @SequenceGenerator(name = "ticket_seq", sequenceName = "ticket_seq", allocationSize = 1)
  @GeneratedValue(generator = "ticket_seq")
  private Long id;

  @Version private int version;

  @Enumerated(EnumType.STRING)
  private TicketStatus status;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "team_id")
  private Team team;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "assignee_id")
  private Person assignee;

  @Column(name = "open_key")
  private String openKey;

  private boolean unconfirmed;

  private int reopened;

  /** It comes and goes: it counts as open until it has been quiet for longer than others. */
  private boolean flapping;

  @Column(name = "acknowledged_at")
  private Instant acknowledgedAt;

  @Column(name = "cleared_at")
  private Instant clearedAt;

  @Column(name = "resolved_at")
  private Instant resolvedAt;

  @Column(name = "closed_at")
  private Instant closedAt;

  protected Ticket() {}

  Ticket(Opening opening) {
    super(opening);
    this.openKey = opening.groupKey().openKey();
    this.status = TicketStatus.OPEN;
  }

  void route(Priority priority, Team team, Instant overdueAt) {
    urgent(priority, overdueAt);
    this.team = team;
  }

  void prioritise(Priority priority, Instant overdueAt, Instant now) {
    refuseWhenClosed();
    urgent(priority, overdueAt, now);
  }

  /** Null takes it away from everybody. */
  void assign(Person person) {
    refuseWhenClosed();
    this.assignee = person;
  }

  void handTo(Team team) {
    refuseWhenClosed();
    this.team = team;
  }

  /** A person takes it; returns false when somebody had. */
  boolean acknowledge(Person by, Instant at) {
    refuseWhenClosed();
    boolean first = acknowledgedAt == null;
    acknowledgedAt = first ? at : acknowledgedAt;
    assignee = by;
    if (status == TicketStatus.OPEN) {
      status = TicketStatus.ACKNOWLEDGED;
    }
    return first;
  }

  /**
   * Its new owner has not taken it yet; returns false when nobody had, or when it does not burn.
   */
  boolean wanted(Instant now) {
    if (status != TicketStatus.ACKNOWLEDGED) {
      return false;
    }
    handBack(assignee, now);
    return true;
  }

  /** Whoever acknowledged it does not have it: it begins anew with another, or with nobody. */
  void handBack(Person next, Instant now) {
    refuseWhenClosed();
    acknowledgedAt = null;
    assignee = next;
    status = status == TicketStatus.ACKNOWLEDGED ? TicketStatus.OPEN : status;
    urgentAnew(now);
  }

  void explain(String cause, String response) {
    refuseWhenClosed();
    said(cause, response);
  }

  /** All its imperfections are gone; returns false when that was known. */
  boolean clear(Instant at) {
    unconfirmed = false;
    if (!status.burning()) {
      return false;
    }
    status = TicketStatus.CLEARED;
    clearedAt = at;
    return true;
  }

  /**
   * It burns again; returns false when it was known to burn. Whoever had it keeps it while it was
   * only clear; once it was resolved, somebody must take it anew.
   */
  boolean burnAgain(Instant now) {
    boolean wasUnconfirmed = unconfirmed;
    unconfirmed = false;
    if (status.burning()) {
      return wasUnconfirmed;
    }
    refuseWhenClosed();
    if (status == TicketStatus.RESOLVED) {
      reopened++;
      ended(null);
      acknowledgedAt = null;
    }
    urgentAnew(now);
    status = acknowledgedAt == null ? TicketStatus.OPEN : TicketStatus.ACKNOWLEDGED;
    clearedAt = null;
    resolvedAt = null;
    return true;
  }

  /** It came and went too often; returns false when that was known. */
  boolean flaps() {
    boolean news = !flapping;
    flapping = true;
    return news;
  }

  /** Nobody can tell whether it still burns; returns false when that was known. */
  boolean doubt() {
    boolean news = !unconfirmed && status.burning();
    unconfirmed |= news;
    return news;
  }

  void resolve(Instant at) {
    status = TicketStatus.RESOLVED;
    resolvedAt = at;
    unconfirmed = false;
    flapping = false;
    if (outcome() == null) {
      ended(cause() == null ? Outcome.CLEARED_BY_ITSELF : Outcome.RESOLVED);
    }
  }

  /** From now on the same condition opens another ticket. */
  void stopReopening() {
    openKey = null;
  }

  /** Called not a real problem; its process closes it. */
  void disbelieve() {
    stopReopening();
    ended(Outcome.FALSE_POSITIVE);
  }

  void close(Outcome how, Instant at) {
    refuseWhenClosed();
    stopReopening();
    status = TicketStatus.CLOSED;
    unconfirmed = false;
    ended(how == null ? outcome() : how);
    resolvedAt = resolvedAt == null ? at : resolvedAt;
    closedAt = at;
  }

  void mergeInto(Long survivor) {
    refuseWhenClosed();
    merged(survivor);
    stopReopening();
  }

  /**
   * The merge was a mistake: it lives again, as if it had just opened.
   *
   * @param key null when another ticket has its conditions by now
   */
  void separate(String key, Instant now) {
    merged(null);
    ended(null);
    openKey = key;
    status = TicketStatus.OPEN;
    urgentAnew(now);
    acknowledgedAt = null;
    clearedAt = null;
    resolvedAt = null;
    closedAt = null;
  }

  void refuseWhenClosed() {
    if (status == TicketStatus.CLOSED) {
      throw new Conflict("Ticket #" + id + " is closed.");
    }
  }

  /** What only collects ends with its window, by nobody's word. */
  void refuseWhenItOnlyCollects() {
    if (collects() == Collects.WINDOW) {
      throw new Conflict("Ticket #" + id + " collects for a window: end that instead.");
    }
  }

  public TicketNumber number() {
    return new TicketNumber(id);
  }

  public Long id() {
    return id;
  }

  public TicketStatus status() {
    return status;
  }

  /** Null for the blink of an eye between opening and routing. */
  public Team team() {
    return team;
  }

  /** Null when it is nobody's. */
  public Person assignee() {
    return assignee;
  }

  String openKey() {
    return openKey;
  }

  public boolean unconfirmed() {
    return unconfirmed;
  }

  public int reopened() {
    return reopened;
  }

  public boolean flapping() {
    return flapping;
  }

  public Instant acknowledgedAt() {
    return acknowledgedAt;
  }

  public Instant clearedAt() {
    return clearedAt;
  }

  public Instant resolvedAt() {
    return resolvedAt;
  }

  public Instant closedAt() {
    return closedAt;
  }
}
