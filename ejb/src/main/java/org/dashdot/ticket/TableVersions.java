package org.dashdot.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dashdot.shared.MadeAtStart;

/** The decision tables that were saved; callers bring the transaction. */
@ApplicationScoped
public class TableVersions implements MadeAtStart {

  /** Stands for the table that comes with the product. */
  static final int SHIPPED = 0;

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  /** The newest first. */
  List<TableVersion> all(DecisionTables.Kind kind) {
    return em.createQuery(
            "select v from TableVersion v where v.tableKey = :key order by v.number desc",
            TableVersion.class)
        .setParameter("key", kind.key())
        .getResultList();
  }

  Optional<TableVersion> find(DecisionTables.Kind kind, int number) {
    return em.createQuery(
            "select v from TableVersion v where v.tableKey = :key and v.number = :number",
            TableVersion.class)
        .setParameter("key", kind.key())
        .setParameter("number", number)
        .getResultStream()
        .findFirst();
  }

  /** The number of the version in force. */
  int active(DecisionTables.Kind kind) {
    ActiveTable active = em.find(ActiveTable.class, kind.key());
    return active == null ? SHIPPED : active.number();
  }

  TableVersion add(
      DecisionTables.Kind kind, String document, String remark, String author, Instant now) {
    int number = all(kind).stream().findFirst().map(TableVersion::number).orElse(SHIPPED) + 1;
    TableVersion version = new TableVersion(kind.key(), number, document, remark, author, now);
    em.persist(version);
    return version;
  }

  void use(DecisionTables.Kind kind, int number, String author, Instant now) {
    ActiveTable active = em.find(ActiveTable.class, kind.key(), LockModeType.PESSIMISTIC_WRITE);
    if (active == null) {
      active = new ActiveTable(kind.key());
      active.use(number, author, now);
      em.persist(active);
    } else {
      active.use(number, author, now);
    }
  }
}
