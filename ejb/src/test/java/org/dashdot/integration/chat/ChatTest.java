package org.dashdot.integration.chat;

import org.dashdot.integration.ChannelContract;
import org.dashdot.integration.HttpFetch;
import org.dashdot.integration.RecordingServer;
import org.dashdot.notification.NotificationChannel;
import org.dashdot.shared.Settings;

/** What a chat's incoming webhook gets. */
class ChatTest extends ChannelContract {

  @Override
  protected NotificationChannel channel(RecordingServer server) {
    ChatChannel channel = new ChatChannel();
    channel.http = new HttpFetch();
    channel.settings = Settings.shipped().with("notify.private-hosts", "127.0.0.1");
    return channel;
  }
}
