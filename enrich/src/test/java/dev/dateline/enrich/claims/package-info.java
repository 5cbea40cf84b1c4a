@NullMarked
package dev.dateline.enrich.claims;

import org.jspecify.annotations.NullMarked;
