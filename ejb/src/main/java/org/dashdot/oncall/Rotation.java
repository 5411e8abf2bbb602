package org.dashdot.oncall;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dashdot.access.Team;

/**
 * One answer to "who is on duty for this team": by its layers, of which a higher one wins. A team
 * may have several: the first is asked first, the next when the first does not answer.
 */
@Entity
public class Rotation {

  /** What a team's rotation is called when nobody gives it another name. */
  static final String FIRST = "first";

  @Id
  @SequenceGenerator(name = "rotation_seq", sequenceName = "rotation_seq", allocationSize = 1)
  @GeneratedValue(generator = "rotation_seq")
  private Long id;

  @Version private int version;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "team_id")
  private Team team;

  private String name;
  private int place;
  private String zone;
  private boolean watched;

  @OneToMany(mappedBy = "rotation", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("place desc, id desc")
  private List<RotationLayer> layers = new ArrayList<>();

  protected Rotation() {}

  public Rotation(Team team, String name, int place, ZoneId zone) {
    this.team = team;
    this.place = place;
    describe(name, zone, true);
  }

  /**
   * In another zone turns begin at the same time of day there.
   *
   * @param watched whether a gap in it is a ticket
   */
  final void describe(String name, ZoneId zone, boolean watched) {
    if (this.zone != null) {
      layers.forEach(layer -> layer.moveTo(zone, zone()));
    }
    this.name = name;
    this.zone = zone.getId();
    this.watched = watched;
  }

  RotationLayer addLayer() {
    int top = layers.stream().mapToInt(RotationLayer::place).max().orElse(-1);
    RotationLayer layer = new RotationLayer(this, top + 1);
    layers.add(0, layer);
    return layer;
  }

  void removeLayer(RotationLayer layer) {
    layers.remove(layer);
  }

  public Long id() {
    return id;
  }

  public Team team() {
    return team;
  }

  public String name() {
    return name;
  }

  /** The lower, the earlier it is asked. */
  public int place() {
    return place;
  }

  public ZoneId zone() {
    return ZoneId.of(zone);
  }

  /** Whether a gap in it is a ticket. */
  public boolean watched() {
    return watched;
  }

  /** The highest first: it wins. */
  public List<RotationLayer> layers() {
    return layers.stream()
        .sorted(Comparator.comparingInt(RotationLayer::place).reversed())
        .toList();
  }

  /** What tickets about it call it. */
  public String fullName() {
    return team.name() + ", " + name;
  }
}
