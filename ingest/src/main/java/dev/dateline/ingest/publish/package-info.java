/** Drafts made to records and published exactly once. */
@NullMarked
package dev.dateline.ingest.publish;

import org.jspecify.annotations.NullMarked;
