package org.dashdot.database;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The migrations make the tables that the entities are written for (docs/decisions/0002). */
class SchemaTest {

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#both")
  void everyMappedTableAndColumnIsInTheSchema(DatabaseUnderTest database) {
    assertThatCode(() -> database.sessions().getSchemaManager().validateMappedObjects())
        .doesNotThrowAnyException();
  }
}
