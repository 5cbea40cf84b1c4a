/** The page, the JSON API and the stream of events over HTTP. */
@NullMarked
package dev.dateline.dashboard.web;

import org.jspecify.annotations.NullMarked;
