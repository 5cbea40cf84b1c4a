/** Tests of the ledger's topology. */
@NullMarked
package dev.dateline.ledger.stream;

import org.jspecify.annotations.NullMarked;
