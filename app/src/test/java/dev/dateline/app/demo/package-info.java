/** What the demo shows. */
@NullMarked
package dev.dateline.app.demo;

import org.jspecify.annotations.NullMarked;
