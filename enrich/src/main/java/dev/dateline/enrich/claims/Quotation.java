package dev.dateline.enrich.claims;

import dev.dateline.enrich.text.TextSpan;

/**
 * Words between quotation marks.
 *
 * @param outer with its marks
 * @param inner without its marks and the white space beside them
 * @param closed whether the closing mark is there
 * @param continues whether its opening mark only re-opens the quotation before it, in a new
 *     paragraph
 */
record Quotation(TextSpan outer, TextSpan inner, boolean closed, boolean continues) {}
