package org.dashdot.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

  @Test
  void cellsAreQuotedWhereTheyMustBe() {
    assertThat(Csv.line(7, "plain", null, "a,b", "say \"no\"", "two\nlines"))
        .isEqualTo("7,plain,,\"a,b\",\"say \"\"no\"\"\",\"two\nlines\"\r\n");
  }

  @Test
  void nothingIsAFormula() {
    for (String first : List.of("=", "+", "-", "@", "\t")) {
      assertThat(Csv.line(first + "1")).isEqualTo("'" + first + "1\r\n");
    }
    assertThat(Csv.line("=cmd|'/c calc'!A0,1")).isEqualTo("\"'=cmd|'/c calc'!A0,1\"\r\n");
  }
}
