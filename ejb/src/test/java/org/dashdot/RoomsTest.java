package org.dashdot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.EvaluationResult;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.stream.Stream;

/** The walls between the rooms: each knows only those above it in the list, and no cycles. */
@AnalyzeClasses(packages = "org.dashdot", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

  private static final List<String> ORDER =
      List.of(
          "shared",
          "access",
          "oncall",
          "signal",
          "check",
          "imperfection",
          "topology",
          "term",
          "ticket",
          "dot",
          "research",
          "report",
          "skin",
          "notification",
          "response",
          "search",
          "intake");

  @ArchTest
  static void roomsKnowOnlyRoomsAbove(JavaClasses classes) {
    for (int i = 0; i < ORDER.size(); i++) {
      String[] below =
          Stream.concat(ORDER.subList(i + 1, ORDER.size()).stream(), Stream.of("integration"))
              .map(room -> "org.dashdot." + room + "..")
              .toArray(String[]::new);
      EvaluationResult result =
          noClasses()
              .that()
              .resideInAPackage("org.dashdot." + ORDER.get(i) + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(below)
              .allowEmptyShould(true)
              .evaluate(classes);
      if (result.hasViolation()) {
        throw new AssertionError(result.getFailureReport().toString());
      }
    }
  }

  @ArchTest
  static final ArchRule integrationsDoNotKnowEachOther =
      slices().matching("org.dashdot.integration.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule integrationsKnowNoIntake =
      noClasses()
          .that()
          .resideInAPackage("org.dashdot.integration..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.dashdot.intake..");

  @ArchTest
  static final ArchRule servletTypesAreSeenByAuthenticationOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.dashdot.access.http..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.servlet..");

  /** The server's view of a session bean has public methods only; others fail when called. */
  @ArchTest
  static final ArchRule hiddenMethodsOfSessionBeansAreCalledByThemselvesOnly =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .areMetaAnnotatedWith(Stateless.class)
          .and()
          .arePackagePrivate()
          .and()
          .areNotStatic()
          .should(
              new ArchCondition<>("be called by their own class only") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                  method.getCallsOfSelf().stream()
                      .filter(call -> !call.getOriginOwner().equals(method.getOwner()))
                      .forEach(
                          call ->
                              events.add(
                                  SimpleConditionEvent.violated(call, call.getDescription())));
                }
              });

  @ArchTest
  static final ArchRule onlyIntegrationsOpenConnections =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.dashdot.integration..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net.http..");

  /** It searches all archives for its provider at each call: {@code Jsons} did so once. */
  @ArchTest
  static final ArchRule jsonIsMadeInOnePlace =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("jakarta.json.Json")
          .because("shared.Jsons has looked it up");
}
