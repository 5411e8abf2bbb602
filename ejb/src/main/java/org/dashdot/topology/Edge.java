package org.dashdot.topology;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One thing rests on another. */
@Entity
@Table(name = "topology_edge")
public class Edge {

  /** Where an edge comes from that nobody imported. */
  public static final String LABELS = "labels";

  /**
   * What an edge says.
   *
   * @param upper what rests
   * @param lower on what
   */
  public record Fact(Node upper, Relation relation, Node lower) {}

  @Id
  @SequenceGenerator(
      name = "topology_edge_seq",
      sequenceName = "topology_edge_seq",
      allocationSize = 50)
  @GeneratedValue(generator = "topology_edge_seq")
  private Long id;

  private String origin;

  @Enumerated(EnumType.STRING)
  @Column(name = "upper_kind")
  private Node.Kind upperKind;

  @Column(name = "upper_name")
  private String upperName;

  @Enumerated(EnumType.STRING)
  private Relation relation;

  @Enumerated(EnumType.STRING)
  @Column(name = "lower_kind")
  private Node.Kind lowerKind;

  @Column(name = "lower_name")
  private String lowerName;

  @Column(name = "seen_at")
  private Instant seenAt;

  protected Edge() {}

  Edge(String origin, Fact fact, Instant seenAt) {
    this.origin = origin;
    this.upperKind = fact.upper().kind();
    this.upperName = fact.upper().name();
    this.relation = fact.relation();
    this.lowerKind = fact.lower().kind();
    this.lowerName = fact.lower().name();
    this.seenAt = seenAt;
  }

  public Fact fact() {
    return new Fact(new Node(upperKind, upperName), relation, new Node(lowerKind, lowerName));
  }

  /** The name of the import, or {@link #LABELS}. */
  public String origin() {
    return origin;
  }

  /** When it was learnt. */
  public Instant seenAt() {
    return seenAt;
  }
}
