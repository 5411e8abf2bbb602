package org.dashdot.integration.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The same words as HTML: everything is escaped, and only what is plainly an address of the web
 * becomes a link, which says where it leads.
 */
final class MailHtml {

  private static final Pattern ADDRESS =
      Pattern.compile("https?://[^\\s<>\"'`]+[^\\s<>\"'`.,;:!?)]");

  private MailHtml() {}

  static String of(String text) {
    StringBuilder html = new StringBuilder();
    html.append("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"UTF-8\"></head>");
    html.append("<body style=\"font-family:sans-serif;font-size:15px;line-height:1.5\">");
    for (String paragraph : text.strip().split("\n{2,}")) {
      html.append("<p style=\"margin:0 0 1em;white-space:pre-wrap\">");
      html.append(linked(paragraph).replace("\n", "<br>\n"));
      html.append("</p>\n");
    }
    return html.append("</body></html>\n").toString();
  }

  private static String linked(String text) {
    StringBuilder out = new StringBuilder();
    Matcher address = ADDRESS.matcher(text);
    int from = 0;
    while (address.find()) {
      String escaped = escaped(address.group());
      out.append(escaped(text.substring(from, address.start())));
      out.append("<a href=\"").append(escaped).append("\">").append(escaped).append("</a>");
      from = address.end();
    }
    return out.append(escaped(text.substring(from))).toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
