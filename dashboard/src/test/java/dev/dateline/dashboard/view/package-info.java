/** Tests of the views. */
@NullMarked
package dev.dateline.dashboard.view;

import org.jspecify.annotations.NullMarked;
