package org.dashdot.notification;

/** One way to reach a person. Called outside any transaction. */
public interface NotificationChannel {

  /** The channel's name, for example mail. */
  String name();

  /** Whether it is set up at all. */
  boolean available();

  /** Whether this person can be reached over it. */
  boolean reaches(String address);

  /**
   * Hands the message over.
   *
   * @throws DeliveryException when it could not; says whether another try may help
   */
  void send(Message message);

  /**
   * What to send.
   *
   * @param id stays the same over retries
   * @param thread joins all messages about one ticket
   */
  record Message(
      String id, String thread, String address, String name, String subject, String body) {}
}
