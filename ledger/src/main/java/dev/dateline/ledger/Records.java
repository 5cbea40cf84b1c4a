package dev.dateline.ledger;

import dev.dateline.schemas.avro.EarlierClaim;
import dev.dateline.schemas.avro.StoredClaim;
import org.apache.avro.specific.SpecificRecord;

/** Copies records to change a field of them: what a record holds is shared with its copy. */
final class Records {

  private Records() {}

  static EarlierClaim copy(EarlierClaim claim) {
    return copy(claim, new EarlierClaim());
  }

  static StoredClaim copy(StoredClaim stored) {
    return copy(stored, new StoredClaim());
  }

  private static <T extends SpecificRecord> T copy(T from, T to) {
    int fields = from.getSchema().getFields().size();
    for (int i = 0; i < fields; i++) {
      to.put(i, from.get(i));
    }
    return to;
  }
}
