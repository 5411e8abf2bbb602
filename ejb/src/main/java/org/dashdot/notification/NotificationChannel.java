package org.dashdot.notification;

import java.time.Instant;
import java.util.List;

/** One way to reach a person. Called outside any transaction. */
public interface NotificationChannel {

  /** The channel's name, for example mail. */
  String name();

  /** What kind of contact it needs. */
  ContactKind kind();

  /** Whether it is set up at all. */
  boolean available();

  /** Whether this person can be reached over it. */
  boolean reaches(String address);

  /** Whether it says later what became of a message; else what its server took has arrived. */
  default boolean receipts() {
    return false;
  }

  /**
   * Whether a message may be sent again when nobody knows whether it left, since its receiver knows
   * it by its id.
   */
  default boolean repeatable() {
    return true;
  }

  /** How many messages may be on their way at once: a receiver that hangs holds up one. */
  default int atOnce() {
    return 1;
  }

  /**
   * Hands the message over, within a time limit of its own.
   *
   * @throws DeliveryException when it could not; says whether another try may help
   */
  void send(Message message);

  /**
   * What to send.
   *
   * @param id stays the same over retries
   * @param thread joins all messages about one ticket
   * @param brief the same in at most 160 characters of GSM 03.38
   * @param receiptKey by what a receipt names this message
   * @param about the tickets that it tells of; none when it only tries a contact
   * @param secret what it is signed with where the receiver wants that; else null
   * @param settings where its receiver chooses what comes; null unless it is a list
   */
  record Message(
      String id,
      String thread,
      String address,
      String name,
      String subject,
      String body,
      String brief,
      String receiptKey,
      List<Fact> about,
      String secret,
      String settings) {

    public Message(
        String id, String thread, String address, String name, String subject, String body) {
      this(id, thread, address, name, subject, body, subject, id, List.of(), null, null);
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /** A ticket as a program wants to know it. */
  record Fact(
      long number,
      String priority,
      String status,
      String title,
      String reason,
      Instant since,
      String url) {}
}
