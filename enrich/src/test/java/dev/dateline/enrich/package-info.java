@NullMarked
package dev.dateline.enrich;

import org.jspecify.annotations.NullMarked;
