package org.dashdot.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.dashdot.shared.MadeAtStart;

/** Writes audit rows in the caller's transaction: what is rolled back was not done. */
@ApplicationScoped
public class Audit implements MadeAtStart {

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  @Inject Clock clock;

  /** The detail may be null and never holds a secret. */
  public void record(Actor actor, String action, String subject, String detail) {
    em.persist(new AuditEntry(clock.instant(), actor, action, subject, detail));
  }
}
