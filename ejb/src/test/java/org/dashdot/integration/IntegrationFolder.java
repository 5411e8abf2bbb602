package org.dashdot.integration;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.dashdot.signal.Integration;

/** One integration: the folder of its code and the folder of its tests, which have one name. */
record IntegrationFolder(Path code, Path tests, String documentation, Properties shipped) {

  private static final String PACKAGE = "org.dashdot.integration";

  /** Where the tests of a package lie, from the module's folder. */
  static Path tests(String packageName) {
    return Path.of("src/test/java", packageName.split("\\."));
  }

  static Path code(String packageName) {
    return Path.of("src/main/java", packageName.split("\\."));
  }

  static List<IntegrationFolder> all() throws IOException {
    Properties shipped = new Properties();
    shipped.load(IntegrationFolder.class.getResourceAsStream("/behaviour.properties"));
    String documentation = Files.readString(Path.of("../docs/integrations.md"));
    try (Stream<Path> folders = Files.list(code(PACKAGE))) {
      return folders
          .filter(Files::isDirectory)
          .sorted()
          .map(
              folder ->
                  new IntegrationFolder(
                      folder, tests(PACKAGE).resolve(folder.getFileName()), documentation, shipped))
          .toList();
    }
  }

  String name() {
    return code.getFileName().toString();
  }

  /** What is missing, each a sentence that says how to mend it. */
  List<String> lacks() throws IOException {
    List<String> lacks = new ArrayList<>();
    List<Class<?>> integrations = annotated();
    if (integrations.isEmpty()) {
      lacks.add(
          code + ": no class is annotated @ApplicationScoped @Integration(\"" + name() + "\").");
    }
    for (Class<?> integration : integrations) {
      String row = "`" + name() + "." + integration.getSimpleName() + "` |";
      if (documentation.lines().noneMatch(l -> l.startsWith("|") && l.endsWith(row))) {
        lacks.add("docs/integrations.md: the table has no row that ends with " + row);
      }
    }
    lacks.addAll(sampleLacks());
    lacks.addAll(casesLack());
    return lacks;
  }

  private List<Class<?>> annotated() throws IOException {
    List<Class<?>> found = new ArrayList<>();
    for (Class<?> type : classes(code)) {
      Integration integration = type.getAnnotation(Integration.class);
      if (integration != null && integration.value().equals(name())) {
        found.add(type);
      }
    }
    return found;
  }

  /** A sample shows what ships, so that copying it changes nothing. */
  private List<String> sampleLacks() throws IOException {
    Path sample = code.resolve("sample.properties");
    if (!Files.exists(sample)) {
      return List.of(sample + " is missing: name there what a user can set, with comments.");
    }
    List<String> lacks = new ArrayList<>();
    Properties values = new Properties();
    try (Reader in = Files.newBufferedReader(sample)) {
      values.load(in);
    }
    values.forEach(
        (key, value) -> {
          if (!Objects.equals(shipped.get(key), value)) {
            lacks.add(
                sample + ": " + key + " is " + shipped.get(key) + " in behaviour.properties.");
          }
        });
    if (Files.readAllLines(sample).stream().noneMatch(line -> line.startsWith("# "))) {
      lacks.add(sample + ": it explains nothing; write comments above the values.");
    }
    return lacks;
  }

  private List<String> casesLack() throws IOException {
    List<IntegrationContract> contracts = contracts();
    if (contracts.isEmpty()) {
      return List.of(tests + ": no test there extends IntegrationContract.");
    }
    List<RecordedCase> cases = RecordedCase.in(tests);
    List<String> lacks = new ArrayList<>();
    if (cases.isEmpty()) {
      lacks.add(tests + "/testcases: there is no recorded case.");
    }
    for (RecordedCase recorded : cases) {
      if (recorded.inputs().size() != 1 || !Files.exists(recorded.expectedFile())) {
        lacks.add(recorded.folder() + ": it needs one file input.* and an expected.json.");
      }
      if (contracts.stream().filter(c -> c.covers(recorded.name())).count() != 1) {
        lacks.add(recorded.folder() + ": it must be covered by exactly one contract test.");
      }
    }
    return lacks;
  }

  private List<IntegrationContract> contracts() throws IOException {
    List<IntegrationContract> contracts = new ArrayList<>();
    for (Class<?> type : classes(tests)) {
      if (IntegrationContract.class.isAssignableFrom(type)
          && !Modifier.isAbstract(type.getModifiers())) {
        contracts.add(made(type));
      }
    }
    return contracts;
  }

  private static IntegrationContract made(Class<?> type) {
    try {
      var constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return (IntegrationContract) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " has no usable constructor", e);
    }
  }

  private List<Class<?>> classes(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".java") && !file.equals("package-info.java"))
          .<Class<?>>map(file -> named(file.replace(".java", "")))
          .toList();
    }
  }

  private Class<?> named(String simpleName) {
    try {
      return Class.forName(PACKAGE + "." + name() + "." + simpleName);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(simpleName + ".java holds no class of its name", e);
    }
  }
}
