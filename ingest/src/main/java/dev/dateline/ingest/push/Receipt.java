package dev.dateline.ingest.push;

import dev.dateline.ingest.publish.Outcome;
import java.util.List;

/**
 * What became of a pushed article.
 *
 * @param id the article's id
 * @param revision the revision that stands now
 * @param outcome what was done
 * @param warnings what had to be mended, for people
 */
record Receipt(String id, int revision, Outcome outcome, List<String> warnings) {}
