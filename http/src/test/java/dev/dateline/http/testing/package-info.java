/** A server that behaves as a test says, for every room that goes out over HTTP. */
@NullMarked
package dev.dateline.http.testing;

import org.jspecify.annotations.NullMarked;
