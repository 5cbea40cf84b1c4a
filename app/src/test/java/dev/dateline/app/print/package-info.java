/** Tests of what people see of articles and claims. */
@NullMarked
package dev.dateline.app.print;

import org.jspecify.annotations.NullMarked;
