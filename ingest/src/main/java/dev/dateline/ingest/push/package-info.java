/** Articles that others send us over HTTP. */
@NullMarked
package dev.dateline.ingest.push;

import org.jspecify.annotations.NullMarked;
