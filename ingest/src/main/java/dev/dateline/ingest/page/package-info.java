/** The article on a web page: what the page says of itself, and its running text. */
@NullMarked
package dev.dateline.ingest.page;

import org.jspecify.annotations.NullMarked;
