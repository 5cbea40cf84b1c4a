@NullMarked
package dev.dateline.ingest.parse;

import org.jspecify.annotations.NullMarked;
