package dev.dateline.ingest.publish;

import dev.dateline.schemas.avro.Article;

/**
 * An article on its way to its topic with the address its id was made from.
 *
 * @param article the record
 * @param address the address, for people
 */
record PublishedArticle(Article article, String address) {}
