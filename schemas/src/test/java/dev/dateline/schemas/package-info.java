/** Tests of the records, the catalogue and the serdes. */
@NullMarked
package dev.dateline.schemas;

import org.jspecify.annotations.NullMarked;
