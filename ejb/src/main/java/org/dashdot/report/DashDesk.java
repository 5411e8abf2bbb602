package org.dashdot.report;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dashdot.access.Actor;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;

/** How a person's dash is arranged. */
@Stateless
public class DashDesk {

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  /** What is shown, in this order. */
  public List<Panel> panels(Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return own(actor).map(DashOrder::panels).orElseGet(() -> Panel.usual(actor.roles()));
  }

  /** What could be shown as well. */
  public List<Panel> hidden(Actor actor) {
    return Panel.others(panels(actor));
  }

  /** Moves a panel one place up; a hidden one comes to the end. */
  public void up(Panel panel, Actor actor) {
    List<Panel> order = new ArrayList<>(panels(actor));
    int at = order.indexOf(panel);
    if (at < 0) {
      order.add(panel);
    } else if (at > 0) {
      order.remove(at);
      order.add(at - 1, panel);
    }
    keep(order, actor);
  }

  public void hide(Panel panel, Actor actor) {
    List<Panel> order = new ArrayList<>(panels(actor));
    order.remove(panel);
    keep(order, actor);
  }

  /** As it is for everybody with these roles. */
  public void reset(Actor actor) {
    own(actor).ifPresent(em::remove);
  }

  private void keep(List<Panel> order, Actor actor) {
    DashOrder own =
        own(actor)
            .orElseGet(
                () -> {
                  DashOrder fresh = new DashOrder(actor.personId());
                  fresh.arrange(order);
                  em.persist(fresh);
                  return fresh;
                });
    own.arrange(order);
  }

  private Optional<DashOrder> own(Actor actor) {
    return actor.personId() == null
        ? Optional.empty()
        : Optional.ofNullable(em.find(DashOrder.class, actor.personId()));
  }
}
