/** Tests of what near copies are found by. */
@NullMarked
package dev.dateline.enrich.copies;

import org.jspecify.annotations.NullMarked;
