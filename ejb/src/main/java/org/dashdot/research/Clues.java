package org.dashdot.research;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What stored data says to the four questions about one ticket. It weighs nothing against each
 * other: that is the verdict's task, which has measured series behind it.
 */
final class Clues {

  private static final Duration JUST_BEFORE = Duration.ofHours(2);

  private final ResearchPaths paths;
  private final Case about;

  Clues(ResearchPaths paths, Case about) {
    this.paths = paths;
    this.about = about;
  }

  /**
   * What is known.
   *
   * @param own what burns or burnt on the ticket itself
   * @param near what burnt about that time on the same host or service, or on what it rests on
   * @param changes what became different before it began, with its moment
   * @param earlier how many tickets of its class there were in the last 30 days
   * @param ever whether there was one before at all
   * @param common what several of the burning hosts rest on, with how many do
   * @param activity what users ask for, 0 to 1; empty when no source tells
   */
  record Case(
      Instant start,
      List<Condition> own,
      List<Condition> near,
      Map<Instant, String> changes,
      long earlier,
      boolean ever,
      Map<String, Long> common,
      OptionalDouble activity) {}

  /**
   * A condition in its own words.
   *
   * @param words name and labels, in which signs are looked for
   * @param ticket on which it burns
   */
  record Condition(String name, String words, String where, long ticket) {}

  List<Finding> of(Question question) {
    List<Finding> findings = new ArrayList<>();
    switch (question) {
      case CHANGE -> changes(findings);
      case LOAD -> load(findings);
      case MATERIAL -> signs(question, "hardware", findings);
      case COMMUNICATIONS -> communications(findings);
    }
    return findings;
  }

  /** The strongest of all findings; unknown when what could be looked at says nothing. */
  static Strength strength(List<Finding> findings) {
    return findings.stream().map(Finding::strength).anyMatch(s -> s == Strength.STRONG)
        ? Strength.STRONG
        : findings.stream().anyMatch(f -> f.strength() == Strength.WEAK)
            ? Strength.WEAK
            : findings.stream().anyMatch(f -> f.strength() == Strength.UNKNOWN)
                ? Strength.UNKNOWN
                : Strength.NONE;
  }

  private void changes(List<Finding> findings) {
    about
        .changes()
        .forEach(
            (at, what) -> {
              Duration before = Duration.between(at, about.start());
              boolean near = before.compareTo(JUST_BEFORE) <= 0;
              findings.add(
                  new Finding(
                      near ? Strength.STRONG : Strength.WEAK,
                      what + ", " + words(before) + " before",
                      null));
            });
    if (!about.ever()) {
      findings.add(new Finding(Strength.WEAK, "This kind of ticket was never seen before.", null));
    } else if (about.earlier() > 0) {
      findings.add(
          new Finding(
              Strength.NONE,
              "It happened " + times(about.earlier()) + " in the 30 days before: it is not new.",
              null));
    }
    findings.add(
        new Finding(
            Strength.UNKNOWN,
            "No source tells of packages, commits and deploys: look there yourself.",
            null));
  }

  private void load(List<Finding> findings) {
    signs(Question.LOAD, "load", findings);
    if (about.activity().isPresent()) {
      long percent = Math.round(about.activity().getAsDouble() * 100);
      findings.add(
          new Finding(
              percent >= 90 ? Strength.WEAK : Strength.NONE,
              "Users ask for " + percent + " % of the most of the last 24 hours, now.",
              null));
    } else {
      findings.add(new Finding(Strength.UNKNOWN, "No source tells what users ask for.", null));
    }
  }

  private void communications(List<Finding> findings) {
    signs(Question.COMMUNICATIONS, "communication", findings);
    about
        .common()
        .forEach(
            (name, count) ->
                findings.add(
                    new Finding(
                        Strength.STRONG,
                        count + " of what burns now rest on " + name + ".",
                        null)));
  }

  private void signs(Question question, String kind, List<Finding> findings) {
    about.own().stream()
        .filter(c -> paths.sign(question, c.words()))
        .forEach(
            c ->
                findings.add(
                    new Finding(
                        Strength.STRONG, c.name() + " on " + c.where() + " speaks of it.", null)));
    about.near().stream()
        .filter(c -> paths.sign(question, c.words()))
        .forEach(
            c ->
                findings.add(
                    new Finding(
                        Strength.WEAK,
                        c.name() + " burnt on " + c.where() + " about that time.",
                        c.ticket())));
    if (findings.isEmpty()) {
      findings.add(
          new Finding(Strength.NONE, "No condition here or nearby speaks of " + kind + ".", null));
    }
  }

  private static String times(long count) {
    return count == 1 ? "once" : count == 2 ? "twice" : count + " times";
  }

  private static String words(Duration span) {
    long minutes = Math.max(0, span.toMinutes());
    return minutes < 120 ? minutes + " min" : minutes / 60 + " h";
  }
}
