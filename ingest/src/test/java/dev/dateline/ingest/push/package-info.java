@NullMarked
package dev.dateline.ingest.push;

import org.jspecify.annotations.NullMarked;
