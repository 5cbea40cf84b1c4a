/** The command line: options, settings, errors and the commands themselves. */
@NullMarked
package dev.dateline.app.cli;

import org.jspecify.annotations.NullMarked;
