@NullMarked
package dev.dateline.ingest.text;

import org.jspecify.annotations.NullMarked;
