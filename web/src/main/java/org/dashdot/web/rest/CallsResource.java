package org.dashdot.web.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.dashdot.access.http.Caller;
import org.dashdot.notification.Calls;

/** What calls for whoever is logged in: the portal's banner and sound. */
@Path("/v1/calls")
@Produces(MediaType.APPLICATION_JSON)
public class CallsResource {

  @Inject Calls calls;
  @Inject Caller caller;

  @GET
  public Map<String, List<Calls.Call>> mine() {
    return Map.of("items", calls.of(caller.actor()));
  }
}
