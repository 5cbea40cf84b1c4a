/** Near copies across articles: which text says, in long stretches, what another has said. */
@NullMarked
package dev.dateline.enrich.copies;

import org.jspecify.annotations.NullMarked;
