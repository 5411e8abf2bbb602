package org.dashdot.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.dashdot.signal.Labels;
import org.dashdot.signal.LabelsText;
import org.dashdot.signal.Severity;
import org.dashdot.topology.Place;

/** What a ticket was opened with; it never changes afterwards. */
@MappedSuperclass
public abstract class TicketOrigin {

  private String title;

  @Column(name = "source_name")
  private String sourceName;

  @Column(name = "group_key")
  private String groupKey;

  @Column(name = "class_key")
  private String classKey;

  @Convert(converter = LabelsText.class)
  private Labels labels;

  @Column(name = "runbook_url")
  private String runbookUrl;

  @Convert(converter = LabelsText.class)
  private Labels links;

  @Column(name = "found_burning")
  private boolean foundBurning;

  @Enumerated(EnumType.STRING)
  private Collects collects;

  @Column(name = "opened_at")
  private Instant openedAt;

  /** Null until it was worked out for a ticket that is older than the ring. */
  private String cell;

  protected TicketOrigin() {}

  TicketOrigin(Opening opening) {
    this.title = shortened(opening.title(), 500);
    this.sourceName = opening.sourceName();
    this.groupKey = opening.groupKey().value();
    this.classKey = shortened(opening.classKey(), 300);
    this.labels = opening.labels();
    this.runbookUrl = opening.runbookUrl();
    this.links = opening.links();
    this.foundBurning = opening.foundBurning();
    this.openedAt = opening.at();
    this.cell = cellOf(opening.labels());
  }

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
      boolean foundBurning,
      Instant at) {}

  /** It will hold what would otherwise be many tickets; said before its process starts. */
  void collecting(Collects what) {
    this.collects = what;
    this.cell = Place.NOWHERE;
  }

  /** Where what has these labels burns. */
  static String cellOf(Labels labels) {
    return Place.of(labels).map(Place::key).orElse(Place.NOWHERE);
  }

  private static String shortened(String text, int most) {
    return text.length() > most ? text.substring(0, most - 1) + "\u2026" : text;
  }

  public String title() {
    return title;
  }

  public String sourceName() {
    return sourceName;
  }

  public String groupKey() {
    return groupKey;
  }

  /** Tickets of one class are about the same kind of condition. */
  public String classKey() {
    return classKey;
  }

  public Labels labels() {
    return labels;
  }

  /** Null when the source named none. */
  public String runbookUrl() {
    return runbookUrl;
  }

  public Labels links() {
    return links;
  }

  /** It burnt long before its source was first heard of: people are told of it in a list. */
  public boolean foundBurning() {
    return foundBurning;
  }

  /** The key of the {@link Place} where it burns; empty when nowhere in particular. */
  public String cell() {
    return cell == null ? cellOf(labels) : cell;
  }

  /** Null for an ordinary ticket. */
  public Collects collects() {
    return collects;
  }

  public Instant openedAt() {
    return openedAt;
  }
}
