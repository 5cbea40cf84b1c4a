/** The whole way in one process, shown to a person. */
@NullMarked
package dev.dateline.app.demo;

import org.jspecify.annotations.NullMarked;
