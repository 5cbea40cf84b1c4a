package dev.dateline.schemas;

import dev.dateline.schemas.avro.PropositionState;
import dev.dateline.schemas.avro.StoredArticle;
import dev.dateline.schemas.avro.SubjectClaim;
import dev.dateline.schemas.avro.ThrottleStanding;
import dev.dateline.schemas.avro.TrendHistory;
import dev.dateline.schemas.avro.TrendObservation;
import dev.dateline.schemas.avro.WatchlistMatch;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** The records that are written somewhere and have to be readable for good. */
final class Records {

  /** Those of stores and internal topics, which the catalogue does not list. */
  private static final List<Class<? extends SpecificRecord>> INTERNAL =
      List.of(
          SubjectClaim.class,
          StoredArticle.class,
          PropositionState.class,
          WatchlistMatch.class,
          ThrottleStanding.class,
          TrendObservation.class,
          TrendHistory.class);

  private Records() {}

  /** Returns the value of every topic, then the stored records. */
  static Set<Class<? extends SpecificRecord>> written() {
    Set<Class<? extends SpecificRecord>> records = new LinkedHashSet<>();
    for (Topic<?> topic : Topics.all()) {
      Class<? extends SpecificRecord> value = topic.value();
      if (value != null) {
        records.add(value);
      }
    }
    records.addAll(INTERNAL);
    return records;
  }

  static Schema schemaOf(Class<?> type) {
    return SpecificData.get().getSchema(type);
  }
}
