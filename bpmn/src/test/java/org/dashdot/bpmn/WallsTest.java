package org.dashdot.bpmn;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the processes must not know. */
@AnalyzeClasses(packages = "org.dashdot", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {

  @ArchTest
  static final ArchRule processesKnowNoStorePagesOrIntegrations =
      noClasses()
          .that()
          .resideInAPackage("org.dashdot.bpmn..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.persistence..",
              "jakarta.faces..",
              "jakarta.ws.rs..",
              "jakarta.servlet..",
              "org.dashdot.integration..",
              "org.dashdot.web..");

  /** A job's transaction ends after minutes: work that can hang belongs to a worker outside. */
  @ArchTest
  static final ArchRule activitiesTouchNoNetworkNoProcessAndNoWait =
      noClasses()
          .that()
          .resideInAPackage("org.dashdot.bpmn.activity..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.net..",
              "java.nio..",
              "java.io..",
              "java.sql..",
              "java.util.concurrent..",
              "jakarta.enterprise.concurrent..",
              "jakarta.mail..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.lang.Thread")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.lang.ProcessBuilder");

  @ArchTest
  static final ArchRule theRestOfTheProductKnowsNoEngine =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.dashdot.bpmn..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.camunda..");
}
