package dev.dateline.enrich.times;

import dev.dateline.enrich.text.TextSpan;
import dev.dateline.schemas.avro.TimeAnchor;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One time expression, as an interval of days.
 *
 * @param span where it stands
 * @param from first day; null where it cannot be resolved
 * @param to last day, inclusive; null exactly when {@code from} is
 * @param anchor what it was counted from
 * @param rule name of the rule that read it
 * @param alternativeFrom first day of a second reading; null when there is one reading
 * @param alternativeTo last day of a second reading; null exactly when {@code alternativeFrom} is
 */
public record TimeMention(
    TextSpan span,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    TimeAnchor anchor,
    String rule,
    @Nullable LocalDate alternativeFrom,
    @Nullable LocalDate alternativeTo) {}
