/** Where: toponyms resolved to places of the gazetteer. */
@NullMarked
package dev.dateline.enrich.places;

import org.jspecify.annotations.NullMarked;
