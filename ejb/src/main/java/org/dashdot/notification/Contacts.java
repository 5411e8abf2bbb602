package org.dashdot.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.dashdot.shared.MadeAtStart;

/** The contacts of people and their order, as stored; callers bring the transaction. */
@ApplicationScoped
public class Contacts implements MadeAtStart {

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  void add(Contact contact) {
    em.persist(contact);
  }

  void remove(Contact contact) {
    em.remove(contact);
  }

  /** In the order in which they were added. */
  List<Contact> of(Long personId) {
    return em.createQuery(
            "select c from Contact c where c.personId = :person order by c.id", Contact.class)
        .setParameter("person", personId)
        .getResultList();
  }

  Optional<Contact> byId(Long id) {
    return id == null ? Optional.empty() : Optional.ofNullable(em.find(Contact.class, id));
  }

  /** Whose this confirmed number is; several when it is shared. */
  List<Contact> confirmed(ContactKind kind, String address) {
    return em.createQuery(
            "select c from Contact c where c.kind = :kind and c.address = :address"
                + " and c.confirmedAt is not null order by c.id",
            Contact.class)
        .setParameter("kind", kind)
        .setParameter("address", address)
        .getResultList();
  }

  /** Those with hours first, since they are the exception. */
  List<ContactOrder> orderOf(Long personId) {
    return em.createQuery(
            "select o from ContactOrder o where o.personId = :person"
                + " order by case when o.hoursFrom is null then 1 else 0 end, o.id",
            ContactOrder.class)
        .setParameter("person", personId)
        .getResultList();
  }

  void add(ContactOrder order) {
    em.persist(order);
  }

  void remove(ContactOrder order) {
    em.remove(order);
  }
}
