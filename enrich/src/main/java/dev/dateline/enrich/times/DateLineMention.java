package dev.dateline.enrich.times;

import dev.dateline.enrich.text.TextSpan;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The line a report opens with ("KYIV, May 23 (Reuters) –").
 *
 * @param span where it stands, its dash included
 * @param place where it was written; null when it names no place
 * @param day the day; null when it gives none
 * @param agency the agency or outlet; null when it names none
 */
public record DateLineMention(
    TextSpan span, @Nullable TextSpan place, @Nullable LocalDate day, @Nullable String agency) {}
