package org.dashdot.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Which panels a person wants to see, in this order. */
@Entity
@Table(name = "dash_order")
public class DashOrder {

  @Id
  @Column(name = "person_id")
  private Long personId;

  private String panels;

  protected DashOrder() {}

  DashOrder(Long personId) {
    this.personId = personId;
  }

  void arrange(List<Panel> order) {
    panels = order.stream().map(Panel::name).collect(Collectors.joining(","));
  }

  /** A name that no panel has any more is left out. */
  List<Panel> panels() {
    return Arrays.stream(Panel.values())
        .filter(panel -> List.of(panels.split(",")).contains(panel.name()))
        .sorted(
            (a, b) ->
                Integer.compare(
                    List.of(panels.split(",")).indexOf(a.name()),
                    List.of(panels.split(",")).indexOf(b.name())))
        .toList();
  }
}
