package org.dashdot.signal;

import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dashdot.access.Actor;
import org.dashdot.access.Audit;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.shared.BlindSpot;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Settings;
import org.dashdot.shared.Unknown;

/** The sources that are configured and what became of them. */
@Stateless
@LocalBean
@Local(BlindSpot.class)
public class Sources implements BlindSpot {

  /** What dash-dot watches by itself from its first start on. */
  private static final Set<String> OWN = Set.of("host", "http");

  /** So many polls left out are no delay any more. */
  private static final int MISSED_TURNS = 5;

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  @Inject Clock clock;
  @Inject Settings settings;
  @Inject Audit audit;

  /** A source with its state, as pages show it. */
  public record Row(Source source, SourceState state) {}

  public List<Row> all() {
    return em.createQuery(
            "select s, st from Source s, SourceState st where st.sourceId = s.id order by s.name",
            Object[].class)
        .getResultStream()
        .map(row -> new Row((Source) row[0], (SourceState) row[1]))
        .toList();
  }

  public Optional<Source> named(String name) {
    return em.createQuery("select s from Source s where s.name = :name", Source.class)
        .setParameter("name", name)
        .getResultStream()
        .findFirst();
  }

  public Source byId(Long id) {
    return Optional.ofNullable(em.find(Source.class, id))
        .orElseThrow(() -> new Unknown("There is no source " + id));
  }

  /**
   * Makes a source, or returns the one of that name with this address; its first poll is due at
   * once.
   */
  public Source ensure(String name, String integration, String url) {
    Optional<Source> known = named(name);
    known.ifPresent(source -> source.moveTo(url));
    return known.orElseGet(
        () -> {
          Source source = new Source(name, integration, url, clock.instant());
          em.persist(source);
          em.flush();
          em.persist(new SourceState(source.id(), clock.instant()));
          return source;
        });
  }

  /** An administrator adds a source that is polled ({@code url} given) or pushes (null). */
  public Source add(String name, String integration, String url, Actor actor) {
    Rights.check(actor, Right.ADMINISTER, null);
    if (name == null || !name.matches("[a-zA-Z0-9][a-zA-Z0-9._-]{0,99}")) {
      throw new InvalidInput("name", "A source's name is made of letters, digits, dot and dash.");
    }
    if (url != null && !url.matches("https?://[^\\s]+")) {
      throw new InvalidInput("url", "The address must begin with http:// or https://.");
    }
    if (named(name).isPresent()) {
      throw new InvalidInput("name", "There is already a source " + name);
    }
    audit.record(actor, "add source", name, integration);
    return ensure(name, integration, url);
  }

  /**
   * The source for one more sender of a kind: the one that nothing was heard of yet, else a new
   * one. Two senders never share one, or the heartbeat of one would hide the death of the other.
   */
  public Source forNewSender(String integration, Actor actor) {
    Rights.check(actor, Right.ADMINISTER, null);
    for (int count = 1; ; count++) {
      String name = count == 1 ? integration : integration + "-" + count;
      Optional<Source> known = named(name);
      if (known.isEmpty()) {
        return add(name, integration, null, actor);
      }
      boolean waits = known.get().integration().equals(integration) && known.get().url() == null;
      if (waits && state(known.get().id()).lastReceivedAt() == null) {
        return known.get();
      }
    }
  }

  /** Whether anything but what dash-dot watches by itself was ever heard. */
  public boolean heardFromOutside() {
    return em.createQuery(
                "select count(s) from Source s, SourceState st where st.sourceId = s.id"
                    + " and s.integration not in :own and st.lastReceivedAt is not null",
                Long.class)
            .setParameter("own", OWN)
            .getSingleResult()
        > 0;
  }

  /** The ids of those that report from elsewhere. */
  public List<Long> fromOutside() {
    return em.createQuery(
            "select s.id from Source s where s.integration not in :own and s.integration <> :self",
            Long.class)
        .setParameter("own", OWN)
        .setParameter("self", "dash-dot")
        .getResultList();
  }

  public SourceState state(Long sourceId) {
    return em.find(SourceState.class, sourceId);
  }

  /** Locks the state's row, so that two nodes do not both act on it. */
  private SourceState locked(Long sourceId) {
    return em.find(SourceState.class, sourceId, LockModeType.PESSIMISTIC_WRITE);
  }

  /**
   * Notes a push; at most every five seconds, so that pushes do not queue for one row.
   *
   * @param heartbeat whether it says by a dead man's switch that the source lives, which is always
   *     noted, since what expires is judged by its moment
   * @param values whether it says so by values, which come all the time
   */
  public void received(Long sourceId, boolean heartbeat, boolean values, boolean signals) {
    Instant now = clock.instant();
    SourceState state = state(sourceId);
    boolean fresh =
        state.lastReceivedAt() != null
            && state.lastReceivedAt().plusSeconds(5).isAfter(now)
            && !heartbeat
            && !(values && !state.livedAt(now.minusSeconds(5)))
            && !(signals && state.lastSignalAt() == null);
    if (!fresh) {
      SourceState locked = locked(sourceId);
      locked.received(now, signals);
      if (heartbeat || values) {
        locked.alive(now);
      }
    }
  }

  /** When the source was first heard of: now, if this is the first time. */
  public Instant firstContact(Long sourceId) {
    SourceState state = state(sourceId);
    if (state.firstReceivedAt() == null) {
      state = locked(sourceId);
      state.received(clock.instant(), true);
    }
    return state.firstReceivedAt();
  }

  /** Claims the pollable sources that are due, each for one node and one flight. */
  public List<Source> claimDue(List<String> pollable, Duration lease) {
    Instant now = clock.instant();
    List<Long> due =
        em.createQuery(
                "select st.sourceId from SourceState st, Source s where s.id = st.sourceId"
                    + " and s.enabled = true and s.url is not null and s.integration in :pollable"
                    + " and st.dueAt <= :now and (st.leaseUntil is null or st.leaseUntil < :now)"
                    + " order by st.sourceId",
                Long.class)
            .setParameter("pollable", pollable)
            .setParameter("now", now)
            .getResultList();
    return due.stream()
        .filter(
            id -> {
              SourceState state = locked(id);
              em.refresh(state);
              boolean free = state.leaseFree(now);
              if (free) {
                state.lease(now.plus(lease));
              }
              return free;
            })
        .map(this::byId)
        .toList();
  }

  /**
   * It answered a poll.
   *
   * @param lives whether the answer shows that it lives
   */
  public void polled(Long sourceId, int firing, Duration interval, boolean lives) {
    Instant now = clock.instant();
    SourceState state = locked(sourceId);
    state.received(now, firing > 0);
    if (lives) {
      state.alive(now);
    }
    state.firing(firing);
    state.dueAgain(now.plus(interval));
  }

  /** How many conditions of this source burn; written only when it changed. */
  public void firing(Long sourceId, int count) {
    if (state(sourceId).firing() != count) {
      locked(sourceId).firing(count);
    }
  }

  /** Returns true when this miss made the source silent. */
  public boolean missed(Long sourceId, String why, Duration interval) {
    SourceState state = locked(sourceId);
    boolean spoke = state.state() != SourceState.State.SILENT;
    state.missed(why, clock.instant(), settings.number("source.missed-polls"));
    state.dueAgain(clock.instant().plus(interval));
    return spoke && state.state() == SourceState.State.SILENT;
  }

  public void silent(Long sourceId, String why) {
    locked(sourceId).silent(why, clock.instant());
  }

  @Override
  public List<String> blind() {
    return Stream.concat(silent().stream(), unasked().stream()).toList();
  }

  /** Only a poll finds that a source is silent: when nothing polls any more, this says so. */
  private List<String> unasked() {
    Duration late = settings.duration("source.poll-interval").multipliedBy(MISSED_TURNS);
    return em.createQuery(
            "select s.name, st.dueAt from Source s, SourceState st where st.sourceId = s.id"
                + " and s.enabled = true and s.url is not null and st.state <> :silent"
                + " and st.dueAt < :late order by s.name",
            Object[].class)
        .setParameter("silent", SourceState.State.SILENT)
        .setParameter("late", clock.instant().minus(late))
        .getResultStream()
        .map(row -> row[0] + " was not polled" + since((Instant) row[1]))
        .toList();
  }

  private List<String> silent() {
    return em.createQuery(
            "select s.name, st.failingSince from Source s, SourceState st"
                + " where st.sourceId = s.id and s.enabled = true and st.state = :silent"
                + " order by s.name",
            Object[].class)
        .setParameter("silent", SourceState.State.SILENT)
        .getResultStream()
        .map(row -> row[0] + " is silent" + since((Instant) row[1]))
        .toList();
  }

  private String since(Instant moment) {
    long minutes = moment == null ? 0 : Duration.between(moment, clock.instant()).toMinutes();
    return minutes < 1 ? "" : " for " + minutes + " min";
  }
}
