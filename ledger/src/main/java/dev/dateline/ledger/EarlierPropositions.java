package dev.dateline.ledger;

import dev.dateline.schemas.avro.StoredProposition;
import java.util.List;
import java.util.Optional;

/** The live propositions of one subject, read as they are asked for. Not thread-safe. */
public interface EarlierPropositions {

  /** Returns the proposition of that id; empty where there is none or it has expired. */
  Optional<StoredProposition> find(String propositionId);

  /** Returns all of them, in no order that means anything. */
  List<StoredProposition> all();
}
