@NullMarked
package dev.dateline.enrich.score;

import org.jspecify.annotations.NullMarked;
