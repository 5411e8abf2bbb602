package org.dashdot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every page's source. */
class PagesTest {

  private static final Path WEBAPP = Path.of("src/main/webapp");
  private static final Pattern TEXT = Pattern.compile("msg\\['([a-zA-Z0-9.]+)'\\]");

  @Test
  void everyTextOfEveryPageIsInTheBundle() throws IOException {
    ResourceBundle texts = ResourceBundle.getBundle("org.dashdot.web.messages");
    for (Path page : pages()) {
      assertThat(TEXT.matcher(Files.readString(page)).results().map(found -> found.group(1)))
          .as("texts of %s", page)
          .allMatch(texts::containsKey);
    }
  }

  @Test
  void noPageHasInlineScriptStyleOrUnescapedText() throws IOException {
    for (Path page : pages()) {
      assertThat(Files.readString(page))
          .as(page.toString())
          .doesNotContainPattern("<script(?![^>]* src=)")
          .doesNotContainPattern("\\son[a-z]+=\"")
          .doesNotContain(" style=\"", "escape=\"false\"");
    }
  }

  /** The component library's walk from cell to cell swallows Enter, also on a link in a cell. */
  @Test
  void tablesLeaveTheKeyboardToTheirLinks() throws IOException {
    for (Path page : pages()) {
      assertThat(Files.readString(page))
          .as(page.toString())
          .doesNotContainPattern("<p:dataTable(?![^>]* cellNavigation=\"false\")");
    }
  }

  @Test
  void pagesAreShort() throws IOException {
    for (Path page : pages()) {
      assertThat(Files.readAllLines(page)).as(page.toString()).hasSizeLessThan(80);
    }
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(WEBAPP)) {
      List<Path> pages = files.filter(file -> file.toString().endsWith(".xhtml")).toList();
      assertThat(pages).hasSizeGreaterThan(10);
      return pages;
    }
  }
}
