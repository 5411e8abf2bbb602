package org.dashdot.notification;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dashdot.access.Actor;
import org.dashdot.access.Audit;
import org.dashdot.access.NotAllowed;
import org.dashdot.access.People;
import org.dashdot.access.Recency;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.shared.Conflict;
import org.dashdot.shared.InvalidInput;
import org.dashdot.ticket.Ticket;
import org.dashdot.ticket.TicketNumber;
import org.dashdot.ticket.Tickets;

/** The words of messages: looked at, tried on a ticket, changed. Every version is kept. */
@Stateless
public class TemplateDesk {

  private static final int SHOWN = 100;
  private static final int LONGEST_REMARK = 500;

  @Inject MessageTemplates templates;
  @Inject Tickets tickets;
  @Inject People people;
  @Inject Recency recency;
  @Inject Audit audit;
  @Inject Clock clock;

  /** A version that somebody saved. */
  public record Version(
      int number, String words, String remark, String author, Instant createdAt) {}

  /**
   * A part with the words in force.
   *
   * @param number 0: as shipped
   */
  public record View(MessagePart part, int number, String words, List<Version> versions) {}

  /**
   * What a message would say of a ticket.
   *
   * @param length how much of a short message it fills; 0 for others
   */
  public record Preview(String text, int length) {}

  public List<View> all(Actor actor) {
    return Arrays.stream(MessagePart.values()).map(part -> view(part, actor)).toList();
  }

  public View view(MessagePart part, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    List<Version> versions =
        templates.versions(part, SHOWN).stream()
            .map(t -> new Version(t.number(), t.words(), t.remark(), t.author(), t.createdAt()))
            .toList();
    return versions.isEmpty()
        ? new View(part, 0, part.shipped(), versions)
        : new View(part, versions.get(0).number(), versions.get(0).words(), versions);
  }

  /** The names that a template may use. */
  public List<String> names() {
    return Template.NAMES;
  }

  /** What these words would make of a ticket; nothing is kept. */
  public Preview preview(MessagePart part, String words, TicketNumber number, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    Template template = Template.checked(words);
    Ticket ticket = tickets.get(number);
    Map<String, String> values =
        new HashMap<>(
            Wording.values(
                ticket,
                "it is yours",
                people.byId(actor.personId()).map(p -> p.zone()).orElse(java.time.ZoneOffset.UTC)));
    if (part == MessagePart.SMS || part == MessagePart.SMS_NEWS) {
      String brief = Wording.brief(template, values);
      return new Preview(brief, Gsm7.length(brief));
    }
    return new Preview(template.with(values).strip(), 0);
  }

  /**
   * Saves words and puts them in force.
   *
   * @param basedOn the version that was changed, so that nobody overwrites another's unseen
   */
  public int save(MessagePart part, String words, int basedOn, String remark, Actor actor) {
    if (!Rights.allows(actor, Right.EDIT_RULES, null)
        && !Rights.allows(actor, Right.ADMINISTER, null)) {
      throw new NotAllowed(Right.EDIT_RULES);
    }
    recency.toAct(actor);
    if (remark == null || remark.isBlank() || remark.length() > LONGEST_REMARK) {
      throw new InvalidInput(
          "remark", "Say in up to 500 characters why, for those who come after.");
    }
    Template template = Template.checked(words);
    int now = view(part, actor).number();
    if (now != basedOn) {
      throw new Conflict("Version " + now + " was saved meanwhile. Look at it first.");
    }
    templates.add(
        new MessageTemplate(part, now + 1, template, remark.trim(), actor.name(), clock.instant()));
    audit.record(actor, "save message template", part.key(), "version " + (now + 1));
    return now + 1;
  }
}
