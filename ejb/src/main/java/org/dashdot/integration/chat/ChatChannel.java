package org.dashdot.integration.chat;

import static org.dashdot.shared.Jsons.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.dashdot.integration.ChosenAddress;
import org.dashdot.integration.Handover;
import org.dashdot.integration.HttpFetch;
import org.dashdot.notification.ContactKind;
import org.dashdot.notification.NotificationChannel;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Integration;

/** A message to an incoming webhook of Slack, Mattermost, Rocket.Chat or Zulip. */
@ApplicationScoped
@Integration("chat")
public class ChatChannel implements NotificationChannel {

  private static final String WHO = "The chat";
  private static final int LONGEST = 8000;

  @Inject HttpFetch http;
  @Inject Settings settings;

  @Override
  public String name() {
    return "chat";
  }

  @Override
  public ContactKind kind() {
    return ContactKind.CHAT;
  }

  @Override
  public boolean available() {
    return true;
  }

  @Override
  public boolean reaches(String address) {
    return address != null && address.startsWith("http");
  }

  /** A chat knows no ids: sent twice, it is there twice, which disturbs nobody as a call would. */
  @Override
  public boolean repeatable() {
    return true;
  }

  @Override
  public int atOnce() {
    return 8;
  }

  @Override
  public void send(Message message) {
    ChosenAddress.check(message.address(), settings.text("notify.private-hosts"));
    String text = "*" + escaped(message.subject()) + "*\n" + escaped(message.body());
    String body =
        JSON.createObjectBuilder()
            .add("text", text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text)
            .build()
            .toString();
    HttpFetch.Answer answer =
        Handover.send(
            http,
            new HttpFetch.Request(
                "POST",
                message.address(),
                Map.of("Content-Type", "application/json"),
                body.getBytes(StandardCharsets.UTF_8)),
            WHO);
    if (answer.status() / 100 != 2) {
      throw Handover.refused(WHO, answer.status(), null);
    }
  }

  /**
   * What a source says must call nobody ({@code @channel}, {@code <!here>}) and hide no address
   * behind other words ({@code [words](address)}, {@code [words][1]}, {@code [1]: address}).
   */
  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "@\u200b")
        .replace("](", "]\u200b(")
        .replace("][", "]\u200b[")
        .replace("]:", "]\u200b:");
  }
}
