@NullMarked
package dev.dateline.enrich.text;

import org.jspecify.annotations.NullMarked;
