package org.dashdot.it;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;

/** A mail that came. */
final class Letter {

  private Letter() {}

  /** Its words without any form; the first of its parts. */
  static String text(MimeMessage mail) {
    try {
      return ((MimeMultipart) mail.getContent())
          .getBodyPart(0)
          .getContent()
          .toString()
          .replace("\r\n", "\n");
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
