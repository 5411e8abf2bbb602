package org.dashdot.intake;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dashdot.access.Actor;
import org.dashdot.access.Audit;
import org.dashdot.access.Recency;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Unknown;
import org.dashdot.signal.Source;
import org.dashdot.signal.Sources;

/** How an administrator adds sources and switches them on and off. */
@Stateless
public class SourceDesk {

  /** There is one machine that dash-dot runs on, and one dash-dot. */
  private static final Set<String> BUILT_IN = Set.of("host", SelfReports.SOURCE);

  @Inject Integrations integrations;
  @Inject Sources sources;
  @Inject Recency recency;
  @Inject Audit audit;

  /** The kinds that can be added, by name. */
  public List<String> kinds() {
    Set<String> kinds = new TreeSet<>(integrations.pushing());
    kinds.addAll(integrations.pollable());
    kinds.removeAll(BUILT_IN);
    return List.copyOf(kinds);
  }

  /**
   * Adds a source.
   *
   * @param url where it is polled; null or blank for one that pushes
   * @throws InvalidInput naming the field at fault
   */
  public Source add(String name, String kind, String url, Actor actor) {
    Rights.check(actor, Right.ADMINISTER, null);
    recency.toAdminister(actor);
    if (!kinds().contains(kind)) {
      throw new InvalidInput("kind", "There is no kind '" + kind + "': " + kinds());
    }
    boolean polled = url != null && !url.isBlank();
    if (polled && !integrations.pollable().contains(kind)) {
      throw new InvalidInput(
          "url", "A source of kind " + kind + " pushes: leave its address empty.");
    }
    if (!polled && !integrations.pushing().contains(kind)) {
      throw new InvalidInput("url", "A source of kind " + kind + " is asked: give its address.");
    }
    return sources.add(name, kind, polled ? url.trim() : null, actor);
  }

  /** An administrator sends an input through in the name of a source. */
  public void sends(String name, Actor actor) {
    audit.record(actor, "send input", name, null);
  }

  /** A source that is switched off is not asked, is not missed, and says nothing new. */
  public void enable(String name, boolean enabled, Actor actor) {
    Rights.check(actor, Right.ADMINISTER, null);
    recency.toAdminister(actor);
    Source source =
        sources.named(name).orElseThrow(() -> new Unknown("There is no source " + name));
    if (source.enabled() != enabled) {
      source.enable(enabled);
      audit.record(actor, enabled ? "switch source on" : "switch source off", name, null);
    }
  }
}
