/** Tests of the topology around the annotator. */
@NullMarked
package dev.dateline.enrich.stream;

import org.jspecify.annotations.NullMarked;
