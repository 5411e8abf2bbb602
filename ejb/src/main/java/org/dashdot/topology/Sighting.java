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

/** That something exists: a source spoke of it. */
@Entity
@Table(name = "topology_sighting")
public class Sighting {

  @Id
  @SequenceGenerator(
      name = "topology_sighting_seq",
      sequenceName = "topology_sighting_seq",
      allocationSize = 50)
  @GeneratedValue(generator = "topology_sighting_seq")
  private Long id;

  @Enumerated(EnumType.STRING)
  private Tier tier;

  private String name;

  @Column(name = "seen_at")
  private Instant seenAt;

  protected Sighting() {}

  Sighting(Place place, Instant seenAt) {
    this.tier = place.tier();
    this.name = place.name();
    this.seenAt = seenAt;
  }

  void seen(Instant at) {
    this.seenAt = at;
  }

  Place place() {
    return new Place(tier, name);
  }

  /** Right to a day. */
  Instant seenAt() {
    return seenAt;
  }
}
