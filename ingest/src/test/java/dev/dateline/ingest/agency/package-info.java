@NullMarked
package dev.dateline.ingest.agency;

import org.jspecify.annotations.NullMarked;
