package org.dashdot.integration.mail;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonStructure;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.dashdot.integration.IntegrationContract;
import org.dashdot.integration.RecordedCase;
import org.dashdot.notification.DeliveryException;
import org.dashdot.notification.NotificationChannel;

/** A message as the mail server gets it, or what is said when it does not take it. */
class MailChannelTest extends IntegrationContract {

  @Override
  protected JsonStructure replay(RecordedCase recorded) throws IOException {
    try (ScriptedMailServer server =
        new ScriptedMailServer(recorded.property("answerToRecipient", "250 2.1.5 Ok"))) {
      boolean reachable = Boolean.parseBoolean(recorded.property("reachable", "true"));
      MailChannel channel = new MailChannel();
      channel.session = session(reachable ? server.port() : 1);
      channel.send(message(recorded.inputJson().asJsonObject()));
      server.close();
      return received(channel.session, server);
    } catch (DeliveryException e) {
      return Json.createObjectBuilder()
          .add("failed", e.getMessage())
          .add("recoverable", e.recoverable())
          .build();
    } catch (MessagingException e) {
      throw new IOException(e);
    }
  }

  /** As the server's mail session: its {@code from} is the envelope's and the header's. */
  private static Session session(int port) {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", String.valueOf(port));
    properties.put("mail.from", "dash-dot@example.org");
    return Session.getInstance(properties);
  }

  private static NotificationChannel.Message message(JsonObject input) {
    return new NotificationChannel.Message(
        input.getString("id"),
        input.getString("thread"),
        input.getString("address"),
        input.getString("name"),
        input.getString("subject"),
        input.getString("body"));
  }

  private static JsonStructure received(Session session, ScriptedMailServer server)
      throws MessagingException, IOException {
    MimeMessage mime = new MimeMessage(session, new ByteArrayInputStream(server.mail()));
    InternetAddress to = (InternetAddress) mime.getRecipients(RecipientType.TO)[0];
    JsonObjectBuilder headers = Json.createObjectBuilder();
    for (String name :
        List.of("Message-ID", "References", "Auto-Submitted", "Content-Type", "Bcc")) {
      if (mime.getHeader(name) != null) {
        // The border between its parts is another one each time.
        headers.add(name, mime.getHeader(name, ", ").replaceAll("\\s*boundary=.*", ""));
      }
    }
    return Json.createObjectBuilder()
        .add("envelope", Json.createArrayBuilder(envelope(server)))
        .add("from", mime.getFrom()[0].toString())
        .add("to", Json.createArrayBuilder(List.of(to.getPersonal(), to.getAddress())))
        .add("subject", mime.getSubject())
        .add("dated", mime.getSentDate() != null)
        .add("headers", headers)
        .add("headerLines", Collections.list(mime.getAllHeaderLines()).size())
        .add("body", part(mime, 0))
        .add("html", part(mime, 1))
        .build();
  }

  private static String part(MimeMessage mime, int index) throws MessagingException, IOException {
    BodyPart part = ((MimeMultipart) mime.getContent()).getBodyPart(index);
    return part.getContent().toString().replace("\r\n", "\n");
  }

  private static List<String> envelope(ScriptedMailServer server) {
    return server.commands().stream()
        .filter(c -> c.startsWith("MAIL FROM") || c.startsWith("RCPT TO"))
        .toList();
  }
}
