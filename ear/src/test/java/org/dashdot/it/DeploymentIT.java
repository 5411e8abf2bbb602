package org.dashdot.it;

import static io.restassured.RestAssured.given;

import java.io.File;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The built EAR deploys into a server that is already up, as an administrator would deploy it. */
@Tag("once")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DeploymentIT {

  @Deployment(testable = false)
  static EnterpriseArchive builtEar() {
    return ShrinkWrap.create(ZipImporter.class, "dash-dot.ear")
        .importFrom(new File(System.getProperty("dashdot.test.ear")))
        .as(EnterpriseArchive.class);
  }

  @Test
  void answersReadyOnceDeployed(@ArquillianResource URL root) {
    given().get(root + "api/v1/health/ready").then().statusCode(200);
  }
}
