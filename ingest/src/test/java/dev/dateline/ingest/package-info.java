@NullMarked
package dev.dateline.ingest;

import org.jspecify.annotations.NullMarked;
