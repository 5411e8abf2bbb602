/**
 * Short messages by Twilio or what speaks as it does: its messages, its callbacks and what people
 * reply.
 */
package org.dashdot.integration.twilio;
