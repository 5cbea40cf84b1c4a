package dev.dateline.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaCompatibility.SchemaPairCompatibility;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds every written record to the committed versions of its schema, FULL_TRANSITIVE: each version
 * reads what each other wrote.
 *
 * <p>After a change, {@code mvn -pl schemas test -Dtest=SchemaHistoryTest
 * -Ddateline.schemas.commit=true} writes the next version; commit the new files and never touch the
 * old ones.
 */
class SchemaHistoryTest {

  private static final String COMMAND =
      "mvn -pl schemas test -Dtest=SchemaHistoryTest -Ddateline.schemas.commit=true";
  private static final Path SOURCES = Path.of("src/main/resources/dev/dateline/schemas/history");

  @BeforeAll
  static void commitWhenAsked() throws IOException {
    if (!Boolean.getBoolean("dateline.schemas.commit")) {
      return;
    }
    for (Class<? extends SpecificRecord> type : Records.written()) {
      List<Schema> versions = committed(type);
      Schema current = Records.schemaOf(type);
      if (versions.isEmpty() || !versions.get(versions.size() - 1).equals(current)) {
        Path file = fileOf(type, versions.size() + 1);
        Files.createDirectories(file.getParent());
        Files.writeString(
            file, SchemaFormatter.format("json/pretty", current) + "\n", StandardCharsets.UTF_8);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.dateline.schemas.Records#written")
  void currentSchemaIsTheLastCommittedVersion(Class<?> type) throws IOException {
    List<Schema> versions = committed(type);

    if (versions.isEmpty() || !versions.get(versions.size() - 1).equals(Records.schemaOf(type))) {
      fail(
          "The schema of %s is not its last committed version (%d). Run \"%s\" and commit the new file.",
          type.getSimpleName(), versions.size(), COMMAND);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.dateline.schemas.Records#written")
  void everyVersionReadsWhatEveryOtherWrote(Class<?> type) throws IOException {
    assertThat(conflicts(committed(type), Records.schemaOf(type))).isEmpty();
  }

  @Test
  void newFieldWithoutADefaultIsFound() {
    Schema earlier = record("{\"name\":\"id\",\"type\":\"string\"}");
    Schema broken =
        record("{\"name\":\"id\",\"type\":\"string\"},{\"name\":\"outlet\",\"type\":\"string\"}");

    assertThat(conflicts(List.of(earlier), broken)).singleElement().asString().contains("outlet");
  }

  @Test
  void fieldThatGoesThoughItHadNoDefaultIsFound() {
    Schema earlier =
        record("{\"name\":\"id\",\"type\":\"string\"},{\"name\":\"outlet\",\"type\":\"string\"}");
    Schema broken = record("{\"name\":\"id\",\"type\":\"string\"}");

    assertThat(conflicts(List.of(earlier), broken)).hasSize(1);
  }

  @Test
  void conflictWithTheFirstVersionIsFoundThoughTheSecondAgrees() {
    Schema first = record("{\"name\":\"count\",\"type\":\"int\"}");
    Schema second = record("{\"name\":\"count\",\"type\":\"int\"}");
    Schema third = record("{\"name\":\"count\",\"type\":\"string\"}");

    assertThat(conflicts(List.of(first, second), third)).hasSize(4);
  }

  @Test
  void newFieldWithADefaultIsCompatible() {
    Schema earlier = record("{\"name\":\"id\",\"type\":\"string\"}");
    Schema later =
        record(
            "{\"name\":\"id\",\"type\":\"string\"},"
                + "{\"name\":\"outlet\",\"type\":[\"null\",\"string\"],\"default\":null}");

    assertThat(conflicts(List.of(earlier), later)).isEmpty();
  }

  private static List<String> conflicts(List<Schema> versions, Schema current) {
    List<String> conflicts = new ArrayList<>();
    for (Schema version : versions) {
      addConflict(conflicts, current, version);
      addConflict(conflicts, version, current);
    }
    return conflicts;
  }

  private static void addConflict(List<String> conflicts, Schema reader, Schema writer) {
    SchemaPairCompatibility pair =
        SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
    if (pair.getType() != SchemaCompatibilityType.COMPATIBLE) {
      conflicts.add(pair.getResult().getIncompatibilities().toString());
    }
  }

  /** From the sources, not the class path, so that what was just written counts. */
  private static List<Schema> committed(Class<?> type) throws IOException {
    List<Schema> versions = new ArrayList<>();
    for (Path file = fileOf(type, 1);
        Files.exists(file);
        file = fileOf(type, versions.size() + 1)) {
      versions.add(new Schema.Parser().parse(file.toFile()));
    }
    return versions;
  }

  private static Path fileOf(Class<?> type, int version) {
    return SOURCES.resolve(type.getSimpleName()).resolve(version + ".avsc");
  }

  private static Schema record(String fields) {
    return new Schema.Parser()
        .parse(
            "{\"type\":\"record\",\"name\":\"Example\",\"namespace\":\"x\",\"fields\":["
                + fields
                + "]}");
  }
}
