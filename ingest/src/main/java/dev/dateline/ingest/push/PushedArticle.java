package dev.dateline.ingest.push;

import dev.dateline.schemas.avro.Article;

/**
 * An article as it was sent.
 *
 * @param article the record, with its revision once it is published
 * @param address what its id was made from
 */
record PushedArticle(Article article, String address) {}
