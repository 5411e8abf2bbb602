package org.dashdot.integration.elasticsearch;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A page of Kibana (or OpenSearch Dashboards) that shows what a search found: Discover, whose
 * address holds time and query in the notation Rison.
 */
final class KibanaLink {

  private KibanaLink() {}

  /**
   * @param kibana its address; empty for none
   * @return null when there is no Kibana
   */
  static String to(String kibana, SavedSearch search, Instant now) {
    String base = kibana.trim().replaceFirst("/+$", "");
    if (base.isEmpty()) {
      return null;
    }
    Instant end = now.minus(search.late());
    String time = "(time:(from:" + text(end.minus(search.window())) + ",to:" + text(end) + "))";
    String app =
        (search.dataView() == null ? "" : "index:" + text(search.dataView()) + ",")
            + "query:(language:lucene,query:"
            + text(search.words() == null ? "" : search.words())
            + ")";
    return base + "/app/discover#/?_g=" + encoded(time) + "&_a=" + encoded("(" + app + ")");
  }

  private static String text(Object value) {
    return "'" + value.toString().replace("!", "!!").replace("'", "!'") + "'";
  }

  private static String encoded(String rison) {
    return URLEncoder.encode(rison, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
