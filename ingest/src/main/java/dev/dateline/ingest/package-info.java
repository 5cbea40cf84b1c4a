/** Ingest from files, whole: read, make records, publish, once or for as long as one watches. */
@NullMarked
package dev.dateline.ingest;

import org.jspecify.annotations.NullMarked;
