/** Tests of guarded outbound HTTP. */
@NullMarked
package dev.dateline.http;

import org.jspecify.annotations.NullMarked;
