/** Feeds of every format, read to drafts of articles. */
@NullMarked
package dev.dateline.ingest.feed;

import org.jspecify.annotations.NullMarked;
