/** What a source gives: drafts of articles, or the reason why there is none. */
@NullMarked
package dev.dateline.ingest.article;

import org.jspecify.annotations.NullMarked;
