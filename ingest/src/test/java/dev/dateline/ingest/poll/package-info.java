@NullMarked
package dev.dateline.ingest.poll;

import org.jspecify.annotations.NullMarked;
