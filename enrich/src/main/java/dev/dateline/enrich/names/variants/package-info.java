/**
 * One key for the many spellings of a name. The rules are tables in this package's resources; the
 * classes only read them.
 */
@NullMarked
package dev.dateline.enrich.names.variants;

import org.jspecify.annotations.NullMarked;
