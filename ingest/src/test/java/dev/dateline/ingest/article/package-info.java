@NullMarked
package dev.dateline.ingest.article;

import org.jspecify.annotations.NullMarked;
