package org.dashdot.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.dashdot.shared.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write of how they want to be told. */
class ContactOrderTest {

  private static final Instant NOW = Instant.parse("2026-11-22T03:02:00Z");

  @Test
  void anOrderIsReadAndWritten() {
    assertThat(ContactOrder.Steps.parse(" sms + mail ,chat")).hasToString("sms+mail, chat");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "pigeon", "sms,sms", "sms+mail, mail", "sms,", "+"})
  void whatIsNoOrderIsRefused(String order) {
    assertThatThrownBy(() -> ContactOrder.Steps.parse(order)).isInstanceOf(InvalidInput.class);
  }

  @ParameterizedTest
  @CsvSource({
    "22:00-07:00, 23:00, true",
    "22:00-07:00, 06:59, true",
    "22:00-07:00, 07:00, false",
    "08:00-18:00, 08:00, true",
    "08:00-18:00, 20:00, false"
  })
  void hoursMayGoOverMidnight(String hours, String time, boolean within) {
    assertThat(ContactOrder.Hours.parse(hours).contains(LocalTime.parse(time))).isEqualTo(within);
  }

  @ParameterizedTest
  @ValueSource(strings = {"22-7", "25:00-07:00", "22:00", "x"})
  void whatAreNoHoursIsRefused(String hours) {
    assertThatThrownBy(() -> ContactOrder.Hours.parse(hours)).isInstanceOf(InvalidInput.class);
  }

  @ParameterizedTest
  @CsvSource({
    "+49 170 1234567, +491701234567",
    "0049 (170) 123-45.67, +491701234567",
    "+1 415 555 0100, +14155550100"
  })
  void aNumberIsKeptAsTheWorldUnderstandsIt(String written, String kept) {
    assertThat(PhoneNumber.parse(written)).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0170 1234567", "+0170", "+49", "+4917012345678901", "mail@x.y", ""})
  void aNumberWithoutItsCountryIsRefused(String written) {
    assertThatThrownBy(() -> PhoneNumber.parse(written)).isInstanceOf(InvalidInput.class);
  }

  private static Contact contact() {
    return new Contact(1L, ContactKind.SMS, "+491701234567", null, NOW);
  }

  @Test
  void aNumberCountsOnlyOnceItsCodeWasTyped() {
    Contact contact = contact();
    contact.code(Secrets.hash("123456"), NOW, Duration.ofMinutes(10));
    assertThat(contact.confirm(Secrets.hash("654321"), NOW)).isFalse();
    assertThat(contact.confirmed()).isFalse();
    assertThat(contact.confirm(Secrets.hash("123456"), NOW)).isTrue();
    assertThat(contact.confirmed()).isTrue();
  }

  @Test
  void aCodeHoldsNotLongAndIsNotGuessed() {
    Contact late = contact();
    late.code(Secrets.hash("123456"), NOW, Duration.ofMinutes(10));
    assertThat(late.confirm(Secrets.hash("123456"), NOW.plusSeconds(601))).isFalse();
    Contact guessed = contact();
    guessed.code(Secrets.hash("123456"), NOW, Duration.ofMinutes(10));
    for (int i = 0; i < 5; i++) {
      guessed.confirm(Secrets.hash("00000" + i), NOW);
    }
    assertThat(guessed.confirm(Secrets.hash("123456"), NOW)).isFalse();
  }

  @Test
  void aNumberGetsThreeCodesAnHour() {
    Contact contact = contact();
    for (int i = 0; i < 3; i++) {
      assertThat(contact.code("h", NOW.plusSeconds(i), Duration.ofMinutes(10))).isTrue();
    }
    assertThat(contact.code("h", NOW.plusSeconds(9), Duration.ofMinutes(10))).isFalse();
    assertThat(contact.code("h", NOW.plusSeconds(3700), Duration.ofMinutes(10))).isTrue();
  }
}
