/** Files and whole directories as a source. */
@NullMarked
package dev.dateline.ingest.file;

import org.jspecify.annotations.NullMarked;
