package org.dashdot.web.rest;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.dashdot.access.http.Caller;
import org.dashdot.oncall.Absences;
import org.dashdot.oncall.DutyLists;
import org.dashdot.signal.JsonInput;

/** When people are away. */
@Path("/v1/duty/absences")
@Produces(MediaType.APPLICATION_JSON)
public class AbsencesResource {

  @Inject Absences absences;
  @Inject DutyLists lists;
  @Inject Logins logins;
  @Inject Caller caller;

  @GET
  public Map<String, List<DutyLists.AbsenceRow>> all() {
    return Map.of("items", lists.absences(caller.actor()));
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  public Response enter(InputStream body) throws IOException {
    JsonObject wished = JsonBody.read(body);
    Long id =
        absences.enter(
            logins.personOf(JsonBody.text(wished, "person")),
            JsonInput.time(wished, "from"),
            JsonInput.time(wished, "until"),
            JsonBody.text(wished, "reason"),
            caller.actor());
    return Response.status(Response.Status.CREATED).entity(Map.of("id", id)).build();
  }

  @DELETE
  @Path("/{id}")
  public Response takeBack(@PathParam("id") long id) {
    absences.takeBack(id, caller.actor());
    return Response.noContent().build();
  }
}
