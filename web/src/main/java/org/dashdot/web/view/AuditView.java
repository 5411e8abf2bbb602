package org.dashdot.web.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import org.dashdot.access.AuditChain;
import org.dashdot.access.AuditEntry;
import org.dashdot.access.AuditLog;

/** What was done, searched, and whether all of it is still as it was written. */
@Named
@RequestScoped
public class AuditView {

  private static final int ROWS = 100;

  @Inject AuditLog log;
  @Inject AuditChain chain;
  @Inject HttpServletRequest request;
  @Inject Me me;

  private String q;
  private List<AuditEntry> rows;
  private AuditChain.Verdict verdict;

  @PostConstruct
  void read() {
    q = request.getParameter("q");
  }

  public void verify() {
    verdict = chain.verify(me.actor());
  }

  /** What the check found, in words; null before it was asked for. */
  public String getVerdict() {
    if (verdict == null) {
      return null;
    }
    return verdict.brokenAt() == null
        ? words("audit.whole", verdict.entries(), verdict.head(), verdict.unsealed())
        : words("audit.broken", verdict.brokenAt());
  }

  public boolean isBroken() {
    return verdict != null && verdict.brokenAt() != null;
  }

  private static String words(String key, Object... values) {
    return new MessageFormat(Acts.text(key), Locale.ENGLISH).format(values);
  }

  public List<AuditEntry> getRows() {
    if (rows == null) {
      rows = log.find(q, before(), ROWS, me.actor());
    }
    return rows;
  }

  /** The page of the older ones; null when there are none. */
  public String getOlder() {
    if (getRows().size() < ROWS) {
      return null;
    }
    return "/admin/audit?before="
        + rows.get(rows.size() - 1).id()
        + (q == null ? "" : "&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8));
  }

  private Long before() {
    String before = request.getParameter("before");
    return before != null && before.matches("\\d{1,18}") ? Long.valueOf(before) : null;
  }

  public String getQ() {
    return q;
  }
}
