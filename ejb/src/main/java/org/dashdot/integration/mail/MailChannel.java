package org.dashdot.integration.mail;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.dashdot.notification.ContactKind;
import org.dashdot.notification.DeliveryException;
import org.dashdot.notification.NotificationChannel;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Integration;

/** Sends mail as text and HTML, one thread per ticket (References, RFC 5322 section 3.6.4). */
@ApplicationScoped
@Integration("mail")
public class MailChannel implements NotificationChannel {

  private static final String DOMAIN = "@dash-dot";

  @Resource(lookup = "java:jboss/mail/DashDot")
  Session session;

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public ContactKind kind() {
    return ContactKind.MAIL;
  }

  /** Without a mail server named there is nobody to hand a mail to. */
  @Override
  public boolean available() {
    return Settings.environment("DASHDOT_SMTP_HOST") != null;
  }

  @Override
  public boolean reaches(String address) {
    return address != null;
  }

  @Override
  public void send(NotificationChannel.Message message) {
    try {
      Transport.send(mime(message));
    } catch (SendFailedException e) {
      boolean refused = e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0;
      throw new DeliveryException("The mail server refused: " + reason(e), !refused, e);
    } catch (AddressException e) {
      throw new DeliveryException("Not a mail address: " + message.address(), false, e);
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new DeliveryException("The mail server did not take it: " + e.getMessage(), true, e);
    }
  }

  /** What the server itself said; the library hides it behind words of its own. */
  private static String reason(MessagingException error) {
    MessagingException last = error;
    while (last.getNextException() instanceof MessagingException next) {
      last = next;
    }
    return String.valueOf(last.getMessage()).trim();
  }

  private MimeMessage mime(NotificationChannel.Message message)
      throws MessagingException, UnsupportedEncodingException {
    MimeMessage mime = new OwnId(session, "<" + message.id() + DOMAIN + ">");
    mime.setFrom();
    mime.setRecipient(jakarta.mail.Message.RecipientType.TO, recipient(message));
    mime.setSubject(oneLine(message.subject()), StandardCharsets.UTF_8.name());
    mime.setHeader("References", "<ticket." + message.thread() + DOMAIN + ">");
    mime.setHeader("Auto-Submitted", "auto-generated");
    mime.setSentDate(new Date());
    if (message.settings() != null) {
      mime.setHeader("List-Unsubscribe", "<" + message.settings() + ">");
    }
    MimeMultipart both = new MimeMultipart("alternative");
    both.addBodyPart(part(message.body(), "plain"));
    both.addBodyPart(part(MailHtml.of(message.body()), "html"));
    mime.setContent(both);
    mime.saveChanges();
    return mime;
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, StandardCharsets.UTF_8.name(), subtype);
    return part;
  }

  /** Checked, since the library hands a line break in an address on to the mail server. */
  private static InternetAddress recipient(NotificationChannel.Message message)
      throws AddressException, UnsupportedEncodingException {
    InternetAddress address =
        new InternetAddress(
            message.address(), oneLine(message.name()), StandardCharsets.UTF_8.name());
    address.validate();
    return address;
  }

  /** A line break in a header would begin another one. */
  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  /** Keeps our id over every retry, so that a mail sent twice is seen once. */
  private static final class OwnId extends MimeMessage {

    private final String id;

    OwnId(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
