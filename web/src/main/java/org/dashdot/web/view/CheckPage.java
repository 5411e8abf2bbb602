package org.dashdot.web.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import jakarta.servlet.http.HttpServletRequest;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dashdot.access.Right;
import org.dashdot.check.CheckTrial;
import org.dashdot.check.CheckVersion;
import org.dashdot.check.Checks;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Jsons;
import org.dashdot.signal.JsonInput;
import org.dashdot.signal.Undecodable;

/** One check: how it is written, what it would have raised, and what it was before. */
@Named
@RequestScoped
public class CheckPage {

  private static final List<String> MEMBERS =
      List.of(
          "name",
          "integrations",
          "where",
          "metric",
          "pattern",
          "by",
          "severity",
          "labels",
          "summary",
          "runbook");
  private static final String EXAMPLE =
      """
      {
          "name": "DiskFull",
          "integrations": ["telegraf"],
          "metric": "disk_used_percent",
          "raise": 90,
          "clear": 85,
          "for": "PT5M",
          "severity": "warning",
          "labels": {"tier": "hardware"},
          "summary": "{{path}} is {{value}} % full on {{host}}"
      }""";

  @Inject Checks checks;
  @Inject CheckTrial trial;
  @Inject HttpServletRequest request;
  @Inject Me me;

  private CheckVersion version;
  private String document = EXAMPLE;
  private int basedOn;
  private CheckTrial.Outcome outcome;

  @PostConstruct
  void read() {
    String name = request.getParameter("name");
    if (name != null && !name.isEmpty()) {
      version = checks.named(name);
      document = pretty(version);
      basedOn = version.number();
    }
  }

  /** How it is written, a member a line. */
  public String pretty(CheckVersion one) {
    StringWriter text = new StringWriter();
    try (JsonWriter writer =
        Jsons.JSON
            .createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
            .createWriter(text)) {
      writer.write(one.document());
    }
    return text.toString().strip();
  }

  public void dryRun() {
    Acts.succeeds(() -> outcome = trial.run(written(), me.actor()));
  }

  public void save() {
    String[] name = new String[1];
    Acts.then(
        () -> address(name[0]),
        "check.saved",
        () -> name[0] = checks.save(underItsName(written()), basedOn, me.actor()).name());
  }

  private JsonObject underItsName(JsonObject written) {
    if (version != null && !version.name().equals(written.getString("name", version.name()))) {
      throw new InvalidInput(
          "document", "A check keeps its name: make a new one, and switch this one off.");
    }
    return written;
  }

  public void enable(boolean on) {
    Acts.then(
        address(version.name()),
        on ? "check.switched.on" : "check.switched.off",
        () -> checks.enable(version.name(), on, me.actor()));
  }

  private static String address(String name) {
    return "/checks/check?name=" + name;
  }

  private JsonObject written() {
    try {
      if (JsonInput.read(document.getBytes(StandardCharsets.UTF_8)) instanceof JsonObject object) {
        return object;
      }
      throw new InvalidInput("document", "A check is one JSON object, in braces.");
    } catch (Undecodable e) {
      throw new InvalidInput("document", e.getMessage());
    }
  }

  /** Null for a new one. */
  public CheckVersion getVersion() {
    return version;
  }

  public List<CheckVersion> getHistory() {
    return version == null ? List.of() : checks.history(version.name());
  }

  public boolean isMay() {
    return version == null ? me.may(Right.EDIT_RULES, null) : checks.mayEdit(version, me.actor());
  }

  /** Null unless this request tried it. */
  public CheckTrial.Outcome getOutcome() {
    return outcome;
  }

  /** How many it would have raised, as a sentence. */
  public String getVerdict() {
    return new MessageFormat(Acts.text("check.outcome"), Locale.ENGLISH)
        .format(new Object[] {outcome.raised()});
  }

  /** How much it looked at, as a sentence without its time. */
  public String getSeen() {
    return new MessageFormat(Acts.text("check.seen"), Locale.ENGLISH)
        .format(new Object[] {outcome.seen()});
  }

  public List<String> getMembers() {
    return MEMBERS;
  }

  public String getDocument() {
    return document;
  }

  public void setDocument(String document) {
    this.document = document;
  }

  public int getBasedOn() {
    return basedOn;
  }

  public void setBasedOn(int basedOn) {
    this.basedOn = basedOn;
  }
}
