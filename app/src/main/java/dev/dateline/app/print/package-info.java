/** What people see of articles and claims: on a terminal, as a page, as JSON lines. */
@NullMarked
package dev.dateline.app.print;

import org.jspecify.annotations.NullMarked;
