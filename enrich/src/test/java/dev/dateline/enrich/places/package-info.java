@NullMarked
package dev.dateline.enrich.places;

import org.jspecify.annotations.NullMarked;
