/** The catalogue against a cluster. */
@NullMarked
package dev.dateline.app.topics;

import org.jspecify.annotations.NullMarked;
