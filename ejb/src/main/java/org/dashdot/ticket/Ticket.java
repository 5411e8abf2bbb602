package org.dashdot.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
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
import org.dashdot.signal.Labels;
import org.dashdot.signal.LabelsText;
import org.dashdot.signal.Severity;

/**
 * One piece of work, from detection to closing. It owns the facts; its process owns who is waited
 * for.
 */
@Entity
public class Ticket {

  @Id
  @SequenceGenerator(name = "ticket_seq", sequenceName = "ticket_seq", allocationSize = 1)
  @GeneratedValue(generator = "ticket_seq")
  private Long id;

  @Version private int version;
  private String title;

  @Enumerated(EnumType.STRING)
  private Priority priority;

  @Enumerated(EnumType.STRING)
  private TicketStatus status;

  @Enumerated(EnumType.STRING)
  private Outcome outcome;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "team_id")
  private Team team;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "assignee_id")
  private Person assignee;

  @Column(name = "source_name")
  private String sourceName;

  @Column(name = "group_key")
  private String groupKey;

  @Column(name = "open_key")
  private String openKey;

  @Column(name = "class_key")
  private String classKey;

  @Convert(converter = LabelsText.class)
  private Labels labels;

  @Enumerated(EnumType.STRING)
  private Severity severity;

  @Column(name = "runbook_url")
  private String runbookUrl;

  @Convert(converter = LabelsText.class)
  private Labels links;

  private boolean unconfirmed;

  @Column(name = "escalation_level")
  private int escalationLevel;

  private int reopened;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "acknowledged_at")
  private Instant acknowledgedAt;

  @Column(name = "cleared_at")
  private Instant clearedAt;

  @Column(name = "resolved_at")
  private Instant resolvedAt;

  @Column(name = "closed_at")
  private Instant closedAt;

  @Column(name = "overdue_at")
  private Instant overdueAt;

  private String cause;
  private String response;

  @Column(name = "merged_into")
  private Long mergedInto;

  @Column(name = "last_human_at")
  private Instant lastHumanAt;

  protected Ticket() {}

  /** What a ticket is made of when it opens; the process gives it priority, team and person. */
  public record Opening(
      String title,
      String sourceName,
      GroupKey groupKey,
      String classKey,
      Labels labels,
      Severity severity,
      String runbookUrl,
      Labels links,
      Instant at) {}

  Ticket(Opening opening) {
    this.title = shortened(opening.title(), 500);
    this.sourceName = opening.sourceName();
    this.groupKey = opening.groupKey().value();
    this.openKey = opening.groupKey().openKey();
    this.classKey = shortened(opening.classKey(), 300);
    this.labels = opening.labels();
    this.severity = opening.severity();
    this.runbookUrl = opening.runbookUrl();
    this.links = opening.links();
    this.openedAt = opening.at();
    this.priority = Priority.P3;
    this.status = TicketStatus.OPEN;
  }

  void route(Priority priority, Team team, Instant overdueAt) {
    this.priority = priority;
    this.team = team;
    this.overdueAt = overdueAt;
  }

  void prioritise(Priority priority, Instant overdueAt) {
    refuseWhenClosed();
    this.priority = priority;
    this.overdueAt = overdueAt;
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

  void worsen(Severity severity) {
    this.severity = this.severity.worse(severity);
  }

  void escalated(int level) {
    this.escalationLevel = level;
  }

  /** A person takes it; returns false when somebody had. */
  boolean acknowledge(Person by, Instant at) {
    refuseWhenClosed();
    boolean first = acknowledgedAt == null;
    if (first) {
      acknowledgedAt = at;
    }
    assignee = by;
    if (status == TicketStatus.OPEN) {
      status = TicketStatus.ACKNOWLEDGED;
    }
    return first;
  }

  void explain(String cause, String response) {
    refuseWhenClosed();
    this.cause = cause;
    this.response = response;
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

  /** It burns again; returns false when it was known to burn. */
  boolean burnAgain() {
    boolean wasUnconfirmed = unconfirmed;
    unconfirmed = false;
    if (status.burning()) {
      return wasUnconfirmed;
    }
    refuseWhenClosed();
    if (status == TicketStatus.RESOLVED) {
      reopened++;
    }
    status = acknowledgedAt == null ? TicketStatus.OPEN : TicketStatus.ACKNOWLEDGED;
    clearedAt = null;
    resolvedAt = null;
    return true;
  }

  /** Nobody can tell whether it still burns; returns false when that was known. */
  boolean doubt() {
    boolean news = !unconfirmed && status.burning();
    unconfirmed = unconfirmed || news;
    return news;
  }

  void resolve(Instant at) {
    status = TicketStatus.RESOLVED;
    resolvedAt = at;
    unconfirmed = false;
    if (outcome == null) {
      outcome = cause == null ? Outcome.CLEARED_BY_ITSELF : Outcome.RESOLVED;
    }
  }

  /** From now on the same condition opens another ticket. */
  void stopReopening() {
    openKey = null;
  }

  void close(Outcome how, Instant at) {
    refuseWhenClosed();
    stopReopening();
    status = TicketStatus.CLOSED;
    unconfirmed = false;
    outcome = how == null ? outcome : how;
    resolvedAt = resolvedAt == null ? at : resolvedAt;
    closedAt = at;
  }

  void mergeInto(Long survivor) {
    refuseWhenClosed();
    mergedInto = survivor;
    stopReopening();
  }

  void touchedByPerson(Instant at) {
    lastHumanAt = at;
  }

  private void refuseWhenClosed() {
    if (status == TicketStatus.CLOSED) {
      throw new Conflict("Ticket #" + id + " is closed.");
    }
  }

  private static String shortened(String text, int most) {
    return text.length() > most ? text.substring(0, most - 1) + "\u2026" : text;
  }

  public TicketNumber number() {
    return new TicketNumber(id);
  }

  public Long id() {
    return id;
  }

  public String title() {
    return title;
  }

  public Priority priority() {
    return priority;
  }

  public TicketStatus status() {
    return status;
  }

  /** Null while it is not resolved. */
  public Outcome outcome() {
    return outcome;
  }

  /** Null for the blink of an eye between opening and routing. */
  public Team team() {
    return team;
  }

  /** Null when it is nobody's. */
  public Person assignee() {
    return assignee;
  }

  public String sourceName() {
    return sourceName;
  }

  public String groupKey() {
    return groupKey;
  }

  String openKey() {
    return openKey;
  }

  /** Tickets of one class are about the same kind of condition. */
  public String classKey() {
    return classKey;
  }

  public Labels labels() {
    return labels;
  }

  public Severity severity() {
    return severity;
  }

  /** Null when the source named none. */
  public String runbookUrl() {
    return runbookUrl;
  }

  public Labels links() {
    return links;
  }

  public boolean unconfirmed() {
    return unconfirmed;
  }

  public int escalationLevel() {
    return escalationLevel;
  }

  public int reopened() {
    return reopened;
  }

  public Instant openedAt() {
    return openedAt;
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

  /** When it should have been resolved. */
  public Instant overdueAt() {
    return overdueAt;
  }

  public String cause() {
    return cause;
  }

  public String response() {
    return response;
  }

  public Long mergedInto() {
    return mergedInto;
  }
}
