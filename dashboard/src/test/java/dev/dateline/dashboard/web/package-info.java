/** Tests of the API. */
@NullMarked
package dev.dateline.dashboard.web;

import org.jspecify.annotations.NullMarked;
