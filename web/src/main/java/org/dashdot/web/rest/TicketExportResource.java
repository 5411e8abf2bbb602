package org.dashdot.web.rest;

import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.dashdot.access.Actor;
import org.dashdot.access.http.Caller;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Jsons;
import org.dashdot.ticket.Page;
import org.dashdot.ticket.TicketQuery;
import org.dashdot.ticket.TicketRow;
import org.dashdot.ticket.TicketSearch;

/** A list of tickets as a file, written page by page, so that no list is ever held whole. */
@Path("/v1/tickets/export")
public class TicketExportResource {

  private static final int MOST = 100_000;
  private static final int ROWS = 200;

  @Inject TicketSearch search;
  @Inject Caller caller;

  /** Where the rows go; the rows come one by one, then whether they were all. */
  private interface Sheet {
    void row(TicketRow row) throws IOException;

    void end(boolean complete) throws IOException;
  }

  /** The filters are those of the list. The first page is read before anything is answered. */
  @GET
  public Response export(
      @QueryParam("format") String format,
      @QueryParam("status") String status,
      @QueryParam("priority") String priority,
      @QueryParam("team") String team,
      @QueryParam("assignee") String assignee,
      @QueryParam("q") String text,
      @QueryParam("sort") String sort) {
    boolean json = "json".equals(format);
    if (!json && !"csv".equals(format)) {
      throw new InvalidInput("format", "'format' must be csv or json.");
    }
    TicketQuery query =
        new TicketQuery(
            status,
            TicketsResource.priority(priority),
            team,
            assignee,
            text,
            sort,
            ROWS,
            null,
            false);
    Actor actor = caller.actor();
    Page<TicketRow> first = search.walk(query, actor);
    StreamingOutput body = out -> write(json ? json(out) : csv(out), first, query, actor);
    return Response.ok(body, json ? "application/json" : "text/csv; charset=utf-8")
        .header(
            "Content-Disposition",
            "attachment; filename=\"tickets." + (json ? "json" : "csv") + '"')
        .build();
  }

  private void write(Sheet sheet, Page<TicketRow> first, TicketQuery query, Actor actor)
      throws IOException {
    Page<TicketRow> page = first;
    int written = page.items().size();
    each(sheet, page);
    while (page.next() != null && written < MOST) {
      page = search.walk(query.from(page.next()), actor);
      written += page.items().size();
      each(sheet, page);
    }
    sheet.end(page.next() == null);
  }

  private static void each(Sheet sheet, Page<TicketRow> page) throws IOException {
    for (TicketRow row : page.items()) {
      sheet.row(row);
    }
  }

  private static Sheet csv(OutputStream out) throws IOException {
    Writer to = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    to.write(
        Csv.line(
            "number",
            "title",
            "priority",
            "status",
            "unconfirmed",
            "team",
            "assignee",
            "source",
            "openedAt",
            "closedAt"));
    return new Sheet() {
      @Override
      public void row(TicketRow t) throws IOException {
        to.write(
            Csv.line(
                t.number(),
                t.title(),
                t.priority(),
                t.status(),
                t.unconfirmed(),
                t.team(),
                t.assignee(),
                t.source(),
                t.openedAt(),
                t.closedAt()));
      }

      @Override
      public void end(boolean complete) throws IOException {
        if (!complete) {
          to.write(Csv.line("", "There are more: a file holds the first " + MOST + " tickets."));
        }
        to.flush();
      }
    };
  }

  private static Sheet json(OutputStream out) {
    JsonGenerator to = Jsons.JSON.createGenerator(out);
    to.writeStartObject().writeStartArray("items");
    return new Sheet() {
      @Override
      public void row(TicketRow t) {
        to.writeStartObject()
            .write("number", t.number())
            .write("title", t.title())
            .write("priority", t.priority().name())
            .write("status", t.status().name())
            .write("unconfirmed", t.unconfirmed());
        optional(to, "team", t.team());
        optional(to, "assignee", t.assignee());
        optional(to, "source", t.source());
        optional(to, "openedAt", t.openedAt());
        optional(to, "closedAt", t.closedAt());
        to.writeEnd();
      }

      @Override
      public void end(boolean complete) {
        to.writeEnd().write("complete", complete).writeEnd().flush();
      }
    };
  }

  private static void optional(JsonGenerator to, String name, Object value) {
    if (value == null) {
      to.writeNull(name);
    } else {
      to.write(name, Objects.toString(value));
    }
  }
}
