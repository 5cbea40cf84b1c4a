package dev.dateline.schemas;

import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Tells Avro that the records of this module may be made from data.
 *
 * <p>Since 1.12.1 Avro refuses to make instances of classes it was not told to trust, even for the
 * default value of an enum field. It takes no list from a schema, so the list has to be in place
 * before the first record is touched, wherever that is; a logical type's factory is what Avro
 * itself loads at that moment. It defines no logical type that a schema uses. Thread-safe.
 */
public final class RecordTrust implements LogicalTypes.LogicalTypeFactory {

  private static final String RECORDS = "dev.dateline.schemas.avro";

  /** Extends the trusted classes; called by Avro through the service loader. */
  public RecordTrust() {
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.getGlobal(), type -> RECORDS.equals(type.getPackageName())));
  }

  @Override
  public LogicalType fromSchema(Schema schema) {
    return new LogicalType(getTypeName());
  }

  @Override
  public String getTypeName() {
    return "dateline-trust";
  }
}
