/** The topology around the annotator; the only package here that knows Kafka. */
@NullMarked
package dev.dateline.enrich.stream;

import org.jspecify.annotations.NullMarked;
