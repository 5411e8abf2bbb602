/** Messages to the incoming webhooks of Slack, Mattermost and those that understand the same. */
package org.dashdot.integration.chat;
