/** Who says what: attributed claims. */
@NullMarked
package dev.dateline.enrich.claims;

import org.jspecify.annotations.NullMarked;
