/** Tests of the judging of claims. */
@NullMarked
package dev.dateline.ledger;

import org.jspecify.annotations.NullMarked;
