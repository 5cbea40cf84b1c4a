/** Brings together the names of one thing within an article, and finds what points back to it. */
@NullMarked
package dev.dateline.enrich.names.entities;

import org.jspecify.annotations.NullMarked;
