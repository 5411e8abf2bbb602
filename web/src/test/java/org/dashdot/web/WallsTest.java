package org.dashdot.web;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The portal shows and asks; it neither stores nor drives. */
@AnalyzeClasses(packages = "org.dashdot.web", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {

  @ArchTest
  static final ArchRule portalNeverTouchesTheDatabase =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..");

  @ArchTest
  static final ArchRule portalKnowsNoEngine =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.camunda..", "org.dashdot.bpmn..");

  @ArchTest
  static final ArchRule portalKnowsNoVendor =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("org.dashdot.integration..");

  @ArchTest
  static final ArchRule onlyTheModelerSpeaksToResponseModels =
      noClasses()
          .that(not(resideInAnyPackage("org.dashdot.web.modeler..")))
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.dashdot.response.ResponseModels");

  @ArchTest
  static final ArchRule facesAndRestDoNotMix =
      noClasses()
          .that()
          .resideInAnyPackage("org.dashdot.web.rest..", "org.dashdot.web.modeler..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.faces..", "org.primefaces..", "org.dashdot.web.view..");

  @ArchTest
  static final ArchRule viewsKnowNoRest =
      noClasses()
          .that()
          .resideInAPackage("org.dashdot.web.view..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.ws.rs..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("org.dashdot.web.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule namesSayWhatAClassDoes =
      classes().should().haveNameNotMatching(".*(Impl|Manager|Helper|Util|Utils)");

  /** It searches all archives for its provider at each call: {@code Jsons} did so once. */
  @ArchTest
  static final ArchRule jsonIsMadeInOnePlace =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("jakarta.json.Json")
          .because("shared.Jsons has looked it up");
}
