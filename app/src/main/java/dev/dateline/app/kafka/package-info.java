/** How a command gets at a cluster. */
@NullMarked
package dev.dateline.app.kafka;

import org.jspecify.annotations.NullMarked;
