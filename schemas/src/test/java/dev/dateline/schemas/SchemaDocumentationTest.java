package dev.dateline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schemas.avro.DeadLetterHeaders;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class SchemaDocumentationTest {

  @Test
  void everyRecordEnumAndFieldIsDocumented() {
    List<String> undocumented = new ArrayList<>();
    Set<String> visited = new HashSet<>();
    Records.written().forEach(type -> visit(Records.schemaOf(type), undocumented, visited));
    visit(DeadLetterHeaders.getClassSchema(), undocumented, visited);

    assertThat(undocumented).isEmpty();
    assertThat(visited).contains("dev.dateline.schemas.avro.Claim");
  }

  private static void visit(Schema schema, List<String> undocumented, Set<String> visited) {
    switch (schema.getType()) {
      case RECORD -> visitRecord(schema, undocumented, visited);
      case ENUM -> check(schema.getDoc(), schema.getName(), undocumented);
      case ARRAY -> visit(schema.getElementType(), undocumented, visited);
      case MAP -> visit(schema.getValueType(), undocumented, visited);
      case UNION -> schema.getTypes().forEach(branch -> visit(branch, undocumented, visited));
      case FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
    }
  }

  private static void visitRecord(Schema schema, List<String> undocumented, Set<String> visited) {
    if (!visited.add(schema.getFullName())) {
      return;
    }
    check(schema.getDoc(), schema.getName(), undocumented);
    for (Schema.Field field : schema.getFields()) {
      check(field.doc(), schema.getName() + "." + field.name(), undocumented);
      visit(field.schema(), undocumented, visited);
    }
  }

  private static void check(String doc, String name, List<String> undocumented) {
    if (doc == null || doc.isBlank()) {
      undocumented.add(name);
    }
  }
}
