/** Language, sentences, tokens and parts of speech of one article. */
@NullMarked
package dev.dateline.enrich.text;

import org.jspecify.annotations.NullMarked;
