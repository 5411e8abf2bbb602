package org.dashdot.signal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dashdot.shared.MadeAtStart;

/** Keeps what came, once per distinct content; callers bring the transaction. */
@ApplicationScoped
public class RawPayloads implements MadeAtStart {

  /** The expiry moves with every repeat and is no part of the content. */
  private static final Pattern END = Pattern.compile("\"endsAt\"\\s*:\\s*\"[^\"]*\"");

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  /** Keeps each signal's raw text under its fingerprint; repeats are only counted. */
  public void keep(Long sourceId, Map<Signal, Fingerprint> signals, Instant now) {
    Map<String, Signal> byHash = new HashMap<>();
    signals.keySet().forEach(s -> byHash.put(contentHash(signals.get(s).value(), s.raw()), s));
    List<String> known =
        em.createQuery(
                "select r.contentHash from RawPayload r where r.contentHash in :hashes",
                String.class)
            .setParameter("hashes", byHash.keySet())
            .getResultList();
    if (!known.isEmpty()) {
      em.createQuery(
              "update RawPayload r set r.times = r.times + 1, r.lastSeenAt = :now"
                  + " where r.contentHash in :hashes")
          .setParameter("now", now)
          .setParameter("hashes", known)
          .executeUpdate();
    }
    known.forEach(byHash::remove);
    byHash.forEach(
        (hash, signal) ->
            em.persist(
                new RawPayload(
                    hash,
                    sourceId,
                    signals.get(signal).value(),
                    Compressed.of(signal.raw().getBytes(StandardCharsets.UTF_8)),
                    now)));
  }

  /** The newest distinct words about a fingerprint, at most so many. */
  public List<RawPayload> of(String fingerprint, int most) {
    return em.createQuery(
            "select r from RawPayload r where r.fingerprint = :fingerprint"
                + " order by r.lastSeenAt desc, r.id desc",
            RawPayload.class)
        .setParameter("fingerprint", fingerprint)
        .setMaxResults(most)
        .getResultList();
  }

  private static String contentHash(String fingerprint, String raw) {
    return Fingerprint.hash(fingerprint + '\n' + END.matcher(raw).replaceAll(""));
  }
}
