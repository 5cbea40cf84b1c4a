@NullMarked
package dev.dateline.ingest.page;

import org.jspecify.annotations.NullMarked;
