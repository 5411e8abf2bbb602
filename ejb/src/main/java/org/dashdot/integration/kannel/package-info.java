/**
 * Short messages by a Kannel gateway: its sendsms interface, its delivery reports and what people
 * reply.
 */
package org.dashdot.integration.kannel;
