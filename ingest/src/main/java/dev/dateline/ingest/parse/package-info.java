/** Files and streams of every format, read to drafts. */
@NullMarked
package dev.dateline.ingest.parse;

import org.jspecify.annotations.NullMarked;
