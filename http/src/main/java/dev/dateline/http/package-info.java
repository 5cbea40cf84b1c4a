/** Guarded outbound HTTP for every room that fetches or delivers. */
@NullMarked
package dev.dateline.http;

import org.jspecify.annotations.NullMarked;
