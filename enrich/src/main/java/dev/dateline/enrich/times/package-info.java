/** When: time expressions as intervals of days, and the date line. */
@NullMarked
package dev.dateline.enrich.times;

import org.jspecify.annotations.NullMarked;
