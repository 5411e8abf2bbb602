package org.dashdot.web.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.intake.DiskForecast;
import org.dashdot.intake.SourceDesk;
import org.dashdot.signal.RejectedDelivery;
import org.dashdot.signal.Rejections;
import org.dashdot.signal.Source;
import org.dashdot.signal.Sources;

/** The sources, what became of them, and what they sent that could not be taken. */
@Named
@RequestScoped
public class SourcesView {

  /** Enough to see what is wrong with a sender; what it repeats looks the same. */
  private static final int MOST = 20;

  private static final int SHOWN = 2_000;

  /**
   * Input that was refused, as the page shows it.
   *
   * @param text the beginning of what came
   * @param more whether something follows
   */
  public record Rejected(
      Instant at, String source, String reason, String size, String text, boolean more) {}

  @Inject Sources sources;
  @Inject Rejections rejections;
  @Inject SourceDesk desk;
  @Inject DiskForecast disk;
  @Inject Me me;

  private String name;
  private String kind;
  private String url;
  private List<Sources.Row> rows = List.of();
  private List<Rejected> rejected = List.of();

  /** When the disk of the data is full, as a sentence. */
  public String getDisk() {
    DiskForecast.Outlook outlook = disk.outlook();
    if (outlook.usedPercent() == null) {
      return Acts.text("disk.unread");
    }
    String key =
        !outlook.known()
            ? "disk.unknown"
            : outlook.untilFull() == null ? "disk.endless" : "disk.full";
    long days = outlook.untilFull() == null ? 0 : outlook.untilFull().toDays();
    return new MessageFormat(Acts.text(key), Locale.ENGLISH)
        .format(new Object[] {outlook.usedPercent(), days});
  }

  public void add() {
    Acts.then(
        () -> "/sources/source?name=" + name,
        "sources.added",
        () -> desk.add(name, kind, url, me.actor()));
  }

  public List<String> getKinds() {
    return desk.kinds();
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public String getUrl() {
    return url;
  }

  public void setUrl(String url) {
    this.url = url;
  }

  /** Before each drawing, so that a source that was just made is among them. */
  public void read() {
    Rights.check(me.actor(), Right.ADMINISTER, null);
    rows = sources.all();
    Map<Long, String> names =
        rows.stream().map(Sources.Row::source).collect(Collectors.toMap(Source::id, Source::name));
    rejected = rejections.newest(MOST, me.actor()).stream().map(one -> shown(one, names)).toList();
  }

  public List<Sources.Row> getRows() {
    return rows;
  }

  private static Rejected shown(RejectedDelivery one, Map<Long, String> names) {
    String text = one.text();
    return new Rejected(
        one.receivedAt(),
        names.getOrDefault(one.sourceId(), one.integration()),
        one.reason(),
        new MessageFormat(Acts.text("rejected.size"), Locale.ENGLISH)
            .format(new Object[] {one.sizeBytes()}),
        text.substring(0, Math.min(SHOWN, text.length())),
        text.length() > SHOWN);
  }

  /** Newest first. */
  public List<Rejected> getRejected() {
    return rejected;
  }

  /** The state in a word that is also its colour's name. */
  public String state(Sources.Row row) {
    return row.state().state().name().toLowerCase(Locale.ROOT);
  }

  public String stateWord(Sources.Row row) {
    return Acts.text("source." + state(row));
  }
}
