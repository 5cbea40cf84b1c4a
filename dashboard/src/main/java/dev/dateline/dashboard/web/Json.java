package dev.dateline.dashboard.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.dateline.schemas.PlainJson;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.avro.specific.SpecificRecord;

/** Writes answers: records by their components, instants and days in ISO 8601. Thread-safe. */
final class Json {

  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .registerModule(
              new SimpleModule("dashboard")
                  .addSerializer(Instant.class, ToStringSerializer.instance)
                  .addSerializer(LocalDate.class, ToStringSerializer.instance)
                  .addSerializer(SpecificRecord.class, new RecordSerializer()));

  private static final class RecordSerializer extends JsonSerializer<SpecificRecord> {
    @Override
    public void serialize(SpecificRecord record, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      PlainJson.write(json, record);
    }
  }

  private Json() {}

  static byte[] bytes(Object answer) {
    try {
      return MAPPER.writeValueAsBytes(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("writing an answer as JSON", e);
    }
  }
}
