package dev.dateline.ingest.feed;

import dev.dateline.ingest.article.ArticleDraft;

/**
 * One item of a feed.
 *
 * @param draft the article as far as the feed tells it
 * @param summaryOnly whether the feed carries no more than a summary, so that the page at the
 *     draft's URL has to be fetched for the text
 */
public record FeedEntry(ArticleDraft draft, boolean summaryOnly) {}
