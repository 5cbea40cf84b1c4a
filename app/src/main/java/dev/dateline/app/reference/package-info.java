/** The pages under docs/reference, generated from the code they describe. */
@NullMarked
package dev.dateline.app.reference;

import org.jspecify.annotations.NullMarked;
