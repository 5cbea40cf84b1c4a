/** The command line, tested from outside. */
@NullMarked
package dev.dateline.app.cli;

import org.jspecify.annotations.NullMarked;
