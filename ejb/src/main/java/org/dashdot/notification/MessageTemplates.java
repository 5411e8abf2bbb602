package org.dashdot.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.dashdot.shared.MadeAtStart;

/** The words of messages that are stored; callers bring the transaction. */
@ApplicationScoped
public class MessageTemplates implements MadeAtStart {

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  /** Those in force: the last ones, or the shipped ones where nobody wrote any. */
  Template of(MessagePart part) {
    return versions(part, 1).stream()
        .findFirst()
        .map(t -> new Template(t.words()))
        .orElseGet(() -> new Template(part.shipped()));
  }

  /** Newest first. */
  List<MessageTemplate> versions(MessagePart part, int most) {
    return em.createQuery(
            "select t from MessageTemplate t where t.part = :part order by t.number desc",
            MessageTemplate.class)
        // Asked for each message, which need not be looked through for changes of templates.
        .setFlushMode(FlushModeType.COMMIT)
        .setParameter("part", part)
        .setMaxResults(most)
        .getResultList();
  }

  void add(MessageTemplate template) {
    em.persist(template);
  }
}
