@NullMarked
package dev.dateline.enrich.times;

import org.jspecify.annotations.NullMarked;
