@NullMarked
package dev.dateline.ingest.feed;

import org.jspecify.annotations.NullMarked;
