@NullMarked
package dev.dateline.ingest.publish;

import org.jspecify.annotations.NullMarked;
