package dev.dateline.ledger;

import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.StoredProposition;

/**
 * What the ledger makes of one claim.
 *
 * @param claim the claim with its verdict
 * @param proposition the proposition it belongs to, as it is to be kept from now on
 * @param opensProposition whether the proposition was not there before
 */
public record Judgement(
    JudgedClaim claim, StoredProposition proposition, boolean opensProposition) {}
