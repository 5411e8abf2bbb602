package org.dashdot.ticket;

/**
 * What to list; null leaves a filter out.
 *
 * @param status a status' name, or {@code open} for all that are not closed, or {@code overdue} for
 *     those that burn longer than they may, or {@code counted} for those that the dot counts, or
 *     {@code found} for those not closed that burnt before their source was connected, or {@code
 *     all}
 * @param team a team's name
 * @param assignee a person's login, or {@code nobody}
 * @param text words with each of which a word of title or labels begins; or {@code #} and a number
 * @param sort opened (newest first), oldest, or priority
 * @param limit 1 to 200
 * @param cursor from a page before; with {@code backwards} the page that ends before it
 */
public record TicketQuery(
    String status,
    Priority priority,
    String team,
    String assignee,
    String text,
    String sort,
    int limit,
    String cursor,
    boolean backwards) {

  /** The same list in pages of another size. */
  public TicketQuery pages(int size) {
    return new TicketQuery(status, priority, team, assignee, text, sort, size, cursor, backwards);
  }

  /** The same list from this cursor on. */
  public TicketQuery from(String cursor) {
    return new TicketQuery(status, priority, team, assignee, text, sort, limit, cursor, backwards);
  }
}
