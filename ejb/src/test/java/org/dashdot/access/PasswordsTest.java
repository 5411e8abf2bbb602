package org.dashdot.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Hashes of passwords. */
class PasswordsTest {

  @Test
  void onlyTheSamePasswordMatchesAndEachHashHasItsSalt() {
    String hash = Passwords.hash("correct horse");
    assertThat(Passwords.matches("correct horse", hash)).isTrue();
    assertThat(Passwords.matches("correct house", hash)).isFalse();
    assertThat(Passwords.hash("correct horse")).isNotEqualTo(hash);
    assertThat(Passwords.matches("anything", null)).isFalse();
  }
}
