@NullMarked
package dev.dateline.app.reference;

import org.jspecify.annotations.NullMarked;
