/** The live page: a server that reads the topics into bounded views, and serves page and API. */
@NullMarked
package dev.dateline.dashboard;

import org.jspecify.annotations.NullMarked;
