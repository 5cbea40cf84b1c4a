/** Feeds asked again and again: politely, and each item published once. */
@NullMarked
package dev.dateline.ingest.poll;

import org.jspecify.annotations.NullMarked;
