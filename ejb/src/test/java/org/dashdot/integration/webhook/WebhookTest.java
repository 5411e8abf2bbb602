package org.dashdot.integration.webhook;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.dashdot.integration.ChannelContract;
import org.dashdot.integration.HttpFetch;
import org.dashdot.integration.RecordingServer;
import org.dashdot.notification.NotificationChannel;
import org.dashdot.shared.Settings;

/** What a person's own address gets, and where none is asked. */
class WebhookTest extends ChannelContract {

  @Override
  protected NotificationChannel channel(RecordingServer server) {
    WebhookChannel channel = new WebhookChannel();
    channel.http = new HttpFetch();
    channel.settings = Settings.shipped().with("notify.private-hosts", "127.0.0.1");
    channel.clock = Clock.fixed(Instant.parse("2026-11-22T03:02:00Z"), ZoneOffset.UTC);
    return channel;
  }
}
