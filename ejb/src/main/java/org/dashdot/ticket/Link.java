package org.dashdot.ticket;

/** A link that a source gave: its runbook, dashboard, panel or its own page. */
public record Link(String name, String url) {}
