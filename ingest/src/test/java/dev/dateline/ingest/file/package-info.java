@NullMarked
package dev.dateline.ingest.file;

import org.jspecify.annotations.NullMarked;
