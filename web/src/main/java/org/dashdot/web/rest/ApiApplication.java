package org.dashdot.web.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** dash-dot's own interface; it lists its classes, since there are several applications here. */
@ApplicationPath("/api")
public class ApiApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        DotResource.class,
        TicketsResource.class,
        RelationsResource.class,
        ResearchResource.class,
        SkinsResource.class,
        TasksResource.class,
        SourcesResource.class,
        SignalsResource.class,
        AlertmanagerResource.class,
        AlertmanagerSilences.class,
        SilencesResource.class,
        DutyResource.class,
        OverridesResource.class,
        AbsencesResource.class,
        PoliciesResource.class,
        ChecksResource.class,
        AuditResource.class,
        TablesResource.class,
        ContactsResource.class,
        CallsResource.class,
        TemplatesResource.class,
        TopologyResource.class,
        SearchResource.class,
        TicketBulkResource.class,
        TicketChangesResource.class,
        TicketExportResource.class,
        ViewsResource.class,
        HealthResource.class,
        OpenApiResource.class,
        Problems.class,
        UnexpectedProblems.class);
  }
}
