package org.dashdot.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dashdot.dot.Cell;
import org.dashdot.dot.Mote;
import org.dashdot.notification.ContactReader;
import org.dashdot.notification.Outbox;
import org.dashdot.oncall.DutyLists;
import org.dashdot.oncall.DutyQuality;
import org.dashdot.research.Finding;
import org.dashdot.research.ResearchDesk;
import org.dashdot.search.SavedViews;
import org.dashdot.skin.Skin;
import org.dashdot.skin.Skins;
import org.dashdot.ticket.FormField;
import org.dashdot.ticket.Link;
import org.dashdot.ticket.Page;
import org.dashdot.ticket.ProcessPicture;
import org.dashdot.ticket.TicketBulk;
import org.dashdot.ticket.TicketPresence;
import org.dashdot.ticket.TicketReader;
import org.dashdot.ticket.TicketRelations;
import org.dashdot.ticket.TicketRow;
import org.dashdot.ticket.TicketView;
import org.dashdot.ticket.WorkItems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The hand-kept description and the resources say the same. */
class OpenApiTest {

  private static final List<Class<? extends Annotation>> METHODS =
      List.of(GET.class, POST.class, PUT.class, DELETE.class);
  private static final JsonObject DOCUMENT = document();

  private static JsonObject document() {
    try (InputStream in = OpenApiTest.class.getResourceAsStream("/openapi.json")) {
      return Json.createReader(in).readObject();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyOperationOfTheResourcesIsDescribedAndNoOther() {
    Set<String> offered =
        new ApiApplication()
            .getClasses().stream()
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(OpenApiTest::operations)
                .collect(Collectors.toCollection(TreeSet::new));
    Set<String> described = new TreeSet<>();
    DOCUMENT
        .getJsonObject("paths")
        .forEach(
            (path, operations) ->
                operations
                    .asJsonObject()
                    .keySet()
                    .forEach(verb -> described.add(verb + " " + path)));
    assertThat(described).isEqualTo(offered);
  }

  private static Stream<String> operations(Class<?> resource) {
    String root = resource.getAnnotation(Path.class).value();
    return Arrays.stream(resource.getDeclaredMethods())
        .flatMap(method -> verbs(method).map(verb -> verb + " " + root + path(method)));
  }

  private static Stream<String> verbs(Method method) {
    return METHODS.stream()
        .filter(method::isAnnotationPresent)
        .map(verb -> verb.getSimpleName().toLowerCase(Locale.ROOT));
  }

  private static String path(Method method) {
    Path path = method.getAnnotation(Path.class);
    return path == null ? "" : path.value();
  }

  static Stream<Map.Entry<String, Class<?>>> records() {
    return Map.<String, Class<?>>ofEntries(
        Map.entry("Dot", DotResource.View.class),
        Map.entry("DotCell", Cell.class),
        Map.entry("DotMote", Mote.class),
        Map.entry("DotTick", DotResource.Tick.class),
        Map.entry("Research", ResearchDesk.Research.class),
        Map.entry("ResearchQuestion", ResearchDesk.Asked.class),
        Map.entry("Finding", Finding.class),
        Map.entry("ResearchVisit", ResearchDesk.Look.class),
        Map.entry("Skin", Skin.class),
        Map.entry("SkinRow", Skins.Row.class),
        Map.entry("DotLook", DotResource.Look.class),
        Map.entry("TicketPage", Page.class),
        Map.entry("TicketRow", TicketRow.class),
        Map.entry("TicketView", TicketView.class),
        Map.entry("Suggestion", TicketView.Suggestion.class),
        Map.entry("ImperfectionView", TicketView.ImperfectionView.class),
        Map.entry("Link", Link.class),
        Map.entry("Entry", TicketReader.Entry.class),
        Map.entry("Raw", TicketReader.Raw.class),
        Map.entry("Delivery", Outbox.Delivery.class),
        Map.entry("Picture", ProcessPicture.Picture.class),
        Map.entry("Task", WorkItems.Row.class),
        Map.entry("FormField", FormField.class),
        Map.entry("Option", FormField.Option.class),
        Map.entry("Source", SourcesResource.View.class),
        Map.entry("Silence", SilencesResource.View.class),
        Map.entry("OnDuty", DutyResource.OnDuty.class),
        Map.entry("Shift", DutyResource.ShiftView.class),
        Map.entry("Override", DutyLists.OverrideRow.class),
        Map.entry("Absence", DutyLists.AbsenceRow.class),
        Map.entry("DutyReport", DutyQuality.Report.class),
        Map.entry("Contact", ContactsResource.View.class),
        Map.entry("ContactOrder", ContactsResource.OrderView.class),
        Map.entry("OwnMessage", ContactReader.Sent.class),
        Map.entry("Unreachable", ContactReader.Unreachable.class),
        Map.entry("MessageTemplate", TemplatesResource.View.class),
        Map.entry("SearchAnswer", SearchResource.View.class),
        Map.entry("BulkResult", TicketBulk.Result.class),
        Map.entry("Related", TicketRelations.Related.class),
        Map.entry("Present", TicketPresence.Other.class),
        Map.entry("SavedView", SavedViews.View.class),
        Map.entry("Problem", Problem.class))
        .entrySet()
        .stream();
  }

  @ParameterizedTest
  @MethodSource("records")
  void everyMemberOfAnAnswerIsDescribed(Map.Entry<String, Class<?>> schema) {
    Set<String> members =
        Arrays.stream(schema.getValue().getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toSet());
    assertThat(
            DOCUMENT
                .getValue("/components/schemas/" + schema.getKey() + "/properties")
                .asJsonObject()
                .keySet())
        .containsAll(members);
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    references(DOCUMENT)
        .forEach(
            reference ->
                assertThat(Json.createPointer(reference.substring(1)).containsValue(DOCUMENT))
                    .as(reference)
                    .isTrue());
  }

  private static Stream<String> references(JsonValue value) {
    Function<JsonObject, Stream<String>> inside =
        object -> object.values().stream().flatMap(OpenApiTest::references);
    return switch (value.getValueType()) {
      case OBJECT ->
          value.asJsonObject().containsKey("$ref")
              ? Stream.of(value.asJsonObject().getString("$ref"))
              : inside.apply(value.asJsonObject());
      case ARRAY -> value.asJsonArray().stream().flatMap(OpenApiTest::references);
      default -> Stream.empty();
    };
  }
}
