/** The formats of news agencies: NITF, NewsML-G2 and ninjs, all by the IPTC. */
@NullMarked
package dev.dateline.ingest.agency;

import org.jspecify.annotations.NullMarked;
