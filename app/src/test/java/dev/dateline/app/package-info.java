/** The whole way, tested on real brokers. */
@NullMarked
package dev.dateline.app;

import org.jspecify.annotations.NullMarked;
