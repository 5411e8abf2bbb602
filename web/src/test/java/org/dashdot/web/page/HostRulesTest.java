package org.dashdot.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The rules for hosts that ship with the product, held against Prometheus's own tool. */
class HostRulesTest {

  private static final String RULES =
      Path.of("src/main/webapp/prometheus/dash-dot-hosts.rules.yml").toAbsolutePath().toString();

  private static String promtool(String... arguments) throws IOException, InterruptedException {
    boolean installed =
        Arrays.stream(System.getenv("PATH").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
    String missing = "promtool is not installed; install Prometheus to run this test.";
    if (!installed && "true".equals(System.getenv("CI"))) {
      fail(missing);
    }
    Assumptions.assumeTrue(installed, missing);
    List<String> command = new ArrayList<>(List.of("promtool"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(Path.of("src/test/prometheus").toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  @Test
  void areRulesAndFireWhenTheyShould() throws Exception {
    assertThat(promtool("check", "rules", RULES)).contains("SUCCESS");
    assertThat(promtool("test", "rules", "dash-dot-hosts.test.yml")).contains("SUCCESS");
  }

  @Test
  void everyRuleHasATestThatSeesItFire() throws IOException {
    String tests = Files.readString(Path.of("src/test/prometheus/dash-dot-hosts.test.yml"));
    try (Stream<String> lines = Files.lines(Path.of(RULES))) {
      assertThat(
              lines
                  .filter(line -> line.strip().startsWith("- alert: Host"))
                  .map(line -> line.replaceAll(".*alert: ", ""))
                  .filter(alert -> !tests.contains("alertname=\"" + alert + "\""))
                  .filter(alert -> !tests.contains("alertname: " + alert + "\n        exp_alerts")))
          .isEmpty();
    }
  }
}
