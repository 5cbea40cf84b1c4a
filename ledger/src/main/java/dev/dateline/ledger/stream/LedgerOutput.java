package dev.dateline.ledger.stream;

import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.LedgerEntry;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one step of the ledger gives out; it never leaves the process.
 *
 * @param claim the judged claim; null for a sweep
 * @param entries ledger entries by proposition id, in order; null marks one that is gone
 */
@SuppressWarnings("unused") // the components are read through their accessors in LedgerTopology
record LedgerOutput(@Nullable JudgedClaim claim, Map<String, @Nullable LedgerEntry> entries) {}
