/** Who and what an article names. */
@NullMarked
package dev.dateline.enrich.names;

import org.jspecify.annotations.NullMarked;
