package org.dashdot.ticket;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.dashdot.shared.InvalidInput;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Severity;

/** How tables are read and asked: how urgent a ticket is, and whose. Implemented over DMN. */
public interface DecisionTables {

  /** The two questions. */
  enum Kind {
    PRIORITY("ticket-priority"),
    ROUTING("ticket-routing");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    /** The id of its decision in a DMN document, and its name in addresses. */
    public String key() {
      return key;
    }

    /**
     * @throws InvalidInput naming {@code table} when there is none of this key
     */
    public static Kind of(String key) {
      for (Kind kind : values()) {
        if (kind.key.equals(key)) {
          return kind;
        }
      }
      throw new InvalidInput("table", "There is no table " + key);
    }
  }

  /**
   * What the tables look at; texts are empty when absent.
   *
   * @param hourOfWeek 0 from Monday's midnight, 167 for the last hour of Sunday
   * @param members how many imperfections burn on the ticket
   */
  record Facts(
      String severity,
      String environment,
      String tier,
      String priorityLabel,
      String teamLabel,
      Labels labels,
      int hourOfWeek,
      int members,
      boolean flapping) {

    static Facts of(
        Severity severity, Labels labels, Instant now, ZoneId zone, int members, boolean flapping) {
      return new Facts(
          severity.word(),
          labels.environment().orElse(""),
          labels.get("tier").orElse(""),
          labels.get("priority").orElse(""),
          labels.get("team").orElse(""),
          labels,
          hourOfWeek(now.atZone(zone)),
          members,
          flapping);
    }

    /** The same at another hour of the week; null for this one. */
    Facts at(Integer hour) {
      return hour == null
          ? this
          : new Facts(
              severity,
              environment,
              tier,
              priorityLabel,
              teamLabel,
              labels,
              hour,
              members,
              flapping);
    }

    /** By the clock on the wall, also on a day of 23 or 25 hours. */
    static int hourOfWeek(ZonedDateTime time) {
      ZonedDateTime monday =
          time.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
              .truncatedTo(ChronoUnit.DAYS);
      return (int) ChronoUnit.DAYS.between(monday.toLocalDate(), time.toLocalDate()) * 24
          + time.getHour();
    }
  }

  /**
   * What a table says.
   *
   * @param value the priority or the team's name
   * @param rules the numbers of the rules that match, the first is 1
   */
  record Answer(String value, List<Integer> rules) {}

  /**
   * A table as a grid, all cells in the table's own language (FEEL).
   *
   * @param inputs what the columns look at
   */
  record Grid(List<Input> inputs, List<Rule> rules) {}

  /** A column: its heading and the expression that it looks at. */
  record Input(String label, String expression) {}

  /**
   * A row: a test for each column, empty for any; and what follows.
   *
   * @param remark why it is so; may be empty
   */
  record Rule(String remark, List<String> tests, String result) {}

  /** The table that comes with the product. */
  String shipped(Kind kind);

  /**
   * @throws InvalidInput naming {@code table}, with what cannot be understood, or why this one can
   *     only be edited outside
   */
  Grid read(Kind kind, String document);

  String write(Kind kind, Grid grid);

  /**
   * Asks a table that was written.
   *
   * @throws InvalidInput naming {@code table} when it cannot be understood, has no answer, or more
   *     than one
   */
  Answer ask(Kind kind, String document, Facts facts);
}
