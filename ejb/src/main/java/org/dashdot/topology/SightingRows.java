package org.dashdot.topology;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The sightings as they are stored. */
@Stateless
public class SightingRows {

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  /** Those that were seen since. */
  public List<Sighting> since(Instant since, int most) {
    return em.createQuery(
            "select s from Sighting s where s.seenAt >= :since order by s.tier, s.name",
            Sighting.class)
        .setParameter("since", since)
        .setMaxResults(most)
        .getResultList();
  }

  /** Changes whenever one comes or is seen on another day. */
  public String state() {
    Object[] row =
        em.createQuery("select count(s), max(s.seenAt) from Sighting s", Object[].class)
            .getSingleResult();
    return row[0] + " " + row[1];
  }

  /** Writes that these were seen. */
  public void seen(Collection<Place> places, Instant now) {
    for (Place place : places) {
      em.createQuery(
              "select s from Sighting s where s.tier = :tier and s.name = :name", Sighting.class)
          .setParameter("tier", place.tier())
          .setParameter("name", place.name())
          .getResultStream()
          .findFirst()
          .ifPresentOrElse(known -> known.seen(now), () -> em.persist(new Sighting(place, now)));
    }
  }
}
