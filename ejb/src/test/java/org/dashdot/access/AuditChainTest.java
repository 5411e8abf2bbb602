package org.dashdot.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import org.dashdot.database.DatabaseUnderTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuditChainTest {

  private static final Actor ADMIN = actor(Role.ADMIN);
  private static final Instant AT = Instant.parse("2026-11-23T09:00:00.123456Z");

  private static Actor actor(Role role) {
    return new Actor(
        Actor.Kind.PERSON, 1L, "Ann", Set.of(role), Set.of(), null, Instant.now(), "10.0.0.7");
  }

  private static <T> T in(DatabaseUnderTest database, Function<AuditChain, T> work) {
    return database
        .sessions()
        .fromTransaction(
            em -> {
              AuditChain chain = new AuditChain();
              chain.em = em;
              return work.apply(chain);
            });
  }

  private static void write(DatabaseUnderTest database, int entries) {
    database
        .sessions()
        .inTransaction(
            em -> {
              for (int i = 0; i < entries; i++) {
                em.persist(
                    new AuditEntry(AT, ADMIN, "change person", "ben" + i, i == 0 ? null : "x"));
              }
            });
  }

  private static void change(DatabaseUnderTest database, String sql) {
    database.sessions().inTransaction(em -> execute(em, sql));
  }

  private static void execute(EntityManager em, String sql) {
    assertThat(em.createNativeQuery(sql).executeUpdate()).isPositive();
  }

  private static void seal(DatabaseUnderTest database) {
    while (in(database, AuditChain::seal) > 0) {
      // until nothing is left
    }
  }

  private static AuditChain.Verdict verify(DatabaseUnderTest database) {
    return in(database, chain -> chain.verify(ADMIN));
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#both")
  void whatWasTouchedIsFound(DatabaseUnderTest database) {
    write(database, 3);
    assertThat(verify(database).unsealed()).isGreaterThanOrEqualTo(3);
    seal(database);
    write(database, 600);
    seal(database);
    AuditChain.Verdict whole = verify(database);
    assertThat(whole.brokenAt()).isNull();
    assertThat(whole.unsealed()).isZero();
    assertThat(whole.entries()).isGreaterThanOrEqualTo(603);
    assertThat(whole.head()).hasSize(64);

    long place = whole.entries() - 5;
    change(database, "update audit_entry set detail = 'y' where chain_position = " + place);
    assertThat(verify(database).brokenAt()).isEqualTo(place);
    change(database, "update audit_entry set detail = 'x' where chain_position = " + place);
    assertThat(verify(database).brokenAt()).isNull();

    change(
        database,
        "update audit_entry set at = at + interval '1' second where chain_position = " + place);
    assertThat(verify(database).brokenAt()).isEqualTo(place);
    change(
        database,
        "update audit_entry set at = at - interval '1' second where chain_position = " + place);

    change(database, "delete from audit_entry where chain_position = " + (place + 2));
    assertThat(verify(database).brokenAt()).isEqualTo(place + 2);
    change(database, "delete from audit_entry where chain_position > " + (place + 2));
    assertThat(verify(database).brokenAt()).isEqualTo(place + 2);
    // As it was before, for whoever uses this database next.
    change(database, "delete from audit_entry where id > 0");
    change(database, "update audit_head set chain_position = 0, hash = ''");
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#both")
  void itIsSearchedByAnyPartAndReadBackwards(DatabaseUnderTest database) {
    write(database, 30);
    database
        .sessions()
        .inTransaction(
            em -> {
              AuditLog log = new AuditLog();
              log.em = em;
              var newest = log.find(null, null, 10, ADMIN);
              assertThat(newest)
                  .hasSize(10)
                  .isSortedAccordingTo((a, b) -> b.id().compareTo(a.id()));
              var older = log.find("BEN", newest.get(9).id(), 500, ADMIN);
              assertThat(older).hasSizeGreaterThanOrEqualTo(20).doesNotContainAnyElementsOf(newest);
              assertThat(log.find("10.0.0.7", null, 5, ADMIN)).hasSize(5);
              assertThat(log.find("100%", null, 5, ADMIN)).isEmpty();
              assertThatThrownBy(() -> log.find(null, null, 5, actor(Role.ENGINEER)))
                  .isInstanceOf(NotAllowed.class);
            });
  }
}
