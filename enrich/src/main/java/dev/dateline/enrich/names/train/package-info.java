/** Training of the names tagger from annotated corpora; nothing here runs while annotating. */
@NullMarked
package dev.dateline.enrich.names.train;

import org.jspecify.annotations.NullMarked;
