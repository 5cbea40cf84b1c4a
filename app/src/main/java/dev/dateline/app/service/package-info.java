/** Running the services and knowing when they have done everything. */
@NullMarked
package dev.dateline.app.service;

import org.jspecify.annotations.NullMarked;
