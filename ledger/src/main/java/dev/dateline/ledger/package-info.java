/** Claims across articles, as pure functions: what a claim is about, and whether it is new. */
@NullMarked
package dev.dateline.ledger;

import org.jspecify.annotations.NullMarked;
