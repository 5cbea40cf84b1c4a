/** The records, topics and serdes shared by every room. */
@NullMarked
package dev.dateline.schemas;

import org.jspecify.annotations.NullMarked;
