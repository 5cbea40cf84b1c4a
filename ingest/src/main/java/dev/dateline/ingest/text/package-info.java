/** What every format needs to be read: characters from bytes, and times as sources write them. */
@NullMarked
package dev.dateline.ingest.text;

import org.jspecify.annotations.NullMarked;
