package org.dashdot.web.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.dashdot.access.Role;
import org.dashdot.dot.Cell;
import org.dashdot.dot.DotPicture;
import org.dashdot.dot.DotPictures;
import org.dashdot.dot.Scope;
import org.dashdot.oncall.DutyQuality;
import org.dashdot.report.Reports;
import org.dashdot.ticket.TicketPlaces;
import org.dashdot.topology.Tier;

/** The figures of the dash; each is read when its panel is shown. */
@Named
@RequestScoped
public class DashFigures {

  private static final int MOST_PLACES = 12;
  private static final int MOST_PEOPLE = 10;

  @Inject Reports reports;
  @Inject DotPictures pictures;
  @Inject TicketPlaces places;
  @Inject DutyQuality quality;
  @Inject Me me;

  private Set<String> own;
  private List<DutyQuality.Share> load;
  private DotPicture picture;
  private List<Reports.Day> trend;
  private Reports.Times times;

  /** A day with the heights of its two bars, in percent of the tallest. */
  public record Bars(Reports.Day day, long opened, long closed) {}

  private DotPicture picture() {
    if (picture == null) {
      picture = pictures.now(Scope.WHOLE);
    }
    return picture;
  }

  public List<Reports.ClassRow> getClasses() {
    return reports.classes(me.actor());
  }

  public List<Reports.TeamRow> getTeams() {
    return reports.teams(me.actor());
  }

  public List<Bars> getTrend() {
    if (trend == null) {
      trend = reports.trend(me.actor());
    }
    long most =
        Math.max(
            1,
            trend.stream().mapToLong(day -> Math.max(day.opened(), day.closed())).max().orElse(1));
    return trend.stream()
        .map(day -> new Bars(day, 100 * day.opened() / most, 100 * day.closed() / most))
        .toList();
  }

  private Reports.Times times() {
    if (times == null) {
      times = reports.times(me.actor());
    }
    return times;
  }

  public int getHighTickets() {
    return times().tickets();
  }

  /** In words; null when there was none. */
  public String getAcknowledged() {
    return words(times().acknowledged());
  }

  /** In words; null when there was none. */
  public String getResolved() {
    return words(times().resolved());
  }

  private static String words(Duration span) {
    if (span == null) {
      return null;
    }
    long minutes = span.toMinutes();
    return minutes < 1
        ? span.toSeconds() + " s"
        : minutes < 120 ? minutes + " min" : minutes / 60 + " h";
  }

  /**
   * Where it burns, one's own teams' places first, then the worst; of a specialist only what they
   * look after.
   */
  public List<Cell> getPlaces() {
    Set<Role> roles = me.actor().roles();
    return picture().ring().stream()
        .filter(cell -> cell.worst() != null && (isOwn(cell) || concerns(cell, roles)))
        .sorted(Comparator.comparing((Cell cell) -> !isOwn(cell)).thenComparing(Cell::worst))
        .limit(MOST_PLACES)
        .toList();
  }

  /** Whether a ticket of one's own teams burns there. */
  public boolean isOwn(Cell cell) {
    if (own == null) {
      own = places.ofTeams(me.actor().teams(), me.actor());
    }
    return own.contains(cell.key());
  }

  /** How duty weighs on people in the next four weeks, whoever has most first. */
  public List<DutyQuality.Share> getLoad() {
    if (load == null) {
      load = loadNow();
    }
    return load;
  }

  private List<DutyQuality.Share> loadNow() {
    return quality.reports(me.actor()).stream()
        .flatMap(report -> report.shares().stream())
        .sorted(
            Comparator.comparing((DutyQuality.Share share) -> !share.heavy())
                .thenComparing(Comparator.comparingLong(DutyQuality.Share::hours).reversed()))
        .limit(MOST_PEOPLE)
        .toList();
  }

  private static boolean concerns(Cell cell, Set<Role> roles) {
    if (roles.contains(Role.OPERATOR) || roles.contains(Role.ENGINEER) || cell.tier().isEmpty()) {
      return true;
    }
    boolean application = cell.tier().equals(Tier.APPLICATION.word());
    return roles.contains(Role.DEVELOPER) && application
        || (roles.contains(Role.HARDWARE) || roles.contains(Role.NETWORK)) && !application
        || roles.contains(Role.MANAGER);
  }

  public List<String> getBlind() {
    return picture().dot().blind();
  }

  public List<String> getNotes() {
    return picture().dot().notes();
  }
}
