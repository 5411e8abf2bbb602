package org.dashdot.notification;

/** One address over one channel. */
record Way(String channel, String address) {}
