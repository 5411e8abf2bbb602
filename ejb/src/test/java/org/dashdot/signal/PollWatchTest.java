package org.dashdot.signal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.dashdot.database.DatabaseUnderTest;
import org.dashdot.shared.Settings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When nothing polls any more, no poll says so. */
class PollWatchTest {

  private static final Instant NOW = Instant.parse("2036-11-22T12:00:00Z");

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#both")
  void aPolledSourceWhosePollIsLongDueIsNamed(DatabaseUnderTest database) {
    try (var session = database.sessions().openSession()) {
      session.beginTransaction();
      add(session, "late", "http://a", NOW.minusSeconds(600));
      add(session, "soon", "http://a", NOW.minusSeconds(60));
      add(session, "pushing", null, NOW.minusSeconds(600));
      Sources sources = new Sources();
      sources.em = session;
      sources.settings = Settings.shipped();
      sources.clock = Clock.fixed(NOW, ZoneOffset.UTC);

      List<String> blind = sources.blind();

      session.getTransaction().rollback();
      assertThat(blind).containsExactly("late was not polled for 10 min");
    }
  }

  private static void add(EntityManager em, String name, String url, Instant due) {
    Source source = new Source(name, "prometheus", url, NOW);
    em.persist(source);
    em.flush();
    em.persist(new SourceState(source.id(), due));
    em.flush();
  }
}
