package dev.dateline.sink.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.queryparser.classic.Token;
import org.apache.lucene.queryparser.classic.TokenMgrError;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Reads a watchlist's query: Lucene's classic syntax over the fields of {@link WatchField}, and
 * {@code within(latitude,longitude,kilometres)}. Thread-safe.
 */
public final class WatchQueries {

  /** The longest query, in characters. */
  public static final int MOST_CHARACTERS = 8_192;

  private static final Analyzer ANALYZER = WatchAnalysis.analyzer();
  private static final Pattern WITHIN = Pattern.compile("within\\(([^()\"]*)\\)");
  private static final Pattern QUOTED_OR_WITHIN =
      Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"?|\\\\.|" + WITHIN.pattern());
  private static final Pattern LEXICAL_POSITION =
      Pattern.compile("Lexical error at line 1, column (\\d+)");

  private WatchQueries() {}

  /**
   * Returns the query as Lucene's.
   *
   * @throws WatchQueryException if it cannot be understood or can never match
   */
  static Query parse(String query) throws WatchQueryException {
    if (query.isBlank()) {
      throw new WatchQueryException(1, "the query is empty; say what to look for");
    }
    if (query.length() > MOST_CHARACTERS) {
      throw new WatchQueryException(
          MOST_CHARACTERS + 1, "the query is longer than " + MOST_CHARACTERS + " characters");
    }
    if (query.indexOf('\n') >= 0 || query.indexOf('\r') >= 0) {
      return parse(query.replace('\n', ' ').replace('\r', ' '));
    }
    List<Integer> rewritten = new ArrayList<>();
    String lucene = withCirclesAsTerms(query, rewritten);
    Reader reader = new Reader(query, lucene, rewritten);
    Query parsed = reader.read();
    if (parsed instanceof MatchNoDocsQuery) {
      throw new WatchQueryException(1, "the query has no word to look for; add one");
    }
    requirePositive(parsed);
    return parsed;
  }

  /**
   * Checks a query.
   *
   * @throws WatchQueryException if it cannot be understood or can never match
   */
  public static void check(String query) throws WatchQueryException {
    parse(query);
  }

  /** Lucene's parser knows no functions: a circle becomes a term, one character longer. */
  private static String withCirclesAsTerms(String query, List<Integer> rewritten) {
    StringBuilder lucene = new StringBuilder();
    Matcher matcher = QUOTED_OR_WITHIN.matcher(query);
    while (matcher.find()) {
      String replacement = matcher.group();
      if (matcher.group(1) != null) {
        rewritten.add(matcher.start());
        replacement = "within:\"" + matcher.group(1) + "\"";
      }
      matcher.appendReplacement(lucene, Matcher.quoteReplacement(replacement));
    }
    matcher.appendTail(lucene);
    return lucene.toString();
  }

  /** A query of exclusions alone matches nothing, which nobody means. */
  private static void requirePositive(Query query) throws WatchQueryException {
    if (query instanceof BooleanQuery all
        && all.clauses().stream()
            .allMatch(clause -> clause.getOccur() == BooleanClause.Occur.MUST_NOT)) {
      throw new WatchQueryException(
          1, "the query only excludes, so nothing would match; add what to look for, or *:*");
    }
  }

  /** Lucene's parser with our fields; a fault within it carries its column. */
  private static final class Reader extends QueryParser {

    private static final int NAME_SLOP = 2;

    private final String query;
    private final String lucene;
    private final List<Integer> rewritten;

    Reader(String query, String lucene, List<Integer> rewritten) {
      super(WatchField.TEXT.key(), ANALYZER);
      this.query = query;
      this.lucene = lucene;
      this.rewritten = rewritten;
    }

    Query read() throws WatchQueryException {
      try {
        return parse(lucene);
      } catch (ParseException e) {
        if (cause(e, FieldFault.class) instanceof FieldFault fault) {
          throw new WatchQueryException(fault.column, String.valueOf(fault.getMessage()));
        }
        throw new WatchQueryException(column(e), syntaxFault(e));
      } catch (FieldFault e) {
        throw new WatchQueryException(e.column, String.valueOf(e.getMessage()));
      }
    }

    private static @Nullable Throwable cause(Throwable fault, Class<?> type) {
      for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
        if (type.isInstance(cause)) {
          return cause;
        }
      }
      return null;
    }

    private int column(ParseException e) {
      if (cause(e, ParseException.class) != null) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
          if (cause instanceof ParseException syntax && syntax.currentToken != null) {
            Token next = syntax.currentToken.next;
            return original(next == null ? syntax.currentToken.endColumn : next.beginColumn);
          }
          if (cause instanceof TokenMgrError) {
            Matcher position = LEXICAL_POSITION.matcher(String.valueOf(cause.getMessage()));
            int open = openQuote();
            return open > 0
                ? open
                : position.find() ? original(Integer.parseInt(position.group(1))) : 1;
          }
        }
      }
      return 1;
    }

    private String syntaxFault(ParseException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof ParseException syntax && syntax.currentToken != null) {
          Token next = syntax.currentToken.next;
          return next == null || next.image.isEmpty()
              ? "the query ends too early; close what is open, or add what is missing"
              : "\""
                  + next.image
                  + "\" does not belong here; put a backslash before it or quote it";
        }
        if (cause instanceof TokenMgrError) {
          return "a quotation mark, bracket or slash is left open; close it or put a backslash before"
              + " it";
        }
      }
      String message = String.valueOf(e.getMessage());
      int reason = message.indexOf("': ");
      return reason < 0 ? message : message.substring(reason + 3);
    }

    /** Returns the column of a quotation mark that is not closed; 0 for none. */
    private int openQuote() {
      int open = 0;
      for (int i = 0; i < query.length(); i++) {
        if (query.charAt(i) == '\\') {
          i++;
        } else if (query.charAt(i) == '"') {
          open = open == 0 ? i + 1 : 0;
        }
      }
      return open;
    }

    /**
     * Returns the column in the query as written, from 1, of an index in ours: each circle before
     * it is one longer there.
     */
    private int original(int index) {
      int shift = 0;
      for (int start : rewritten) {
        if (start + shift + "within".length() < index) {
          shift++;
        }
      }
      return Math.max(1, Math.min(index - shift + 1, query.length() + 1));
    }

    @Override
    protected @Nullable Query getFieldQuery(String field, String text, boolean quoted)
        throws ParseException {
      return switch (fieldOf(field).kind()) {
        case PROSE -> super.getFieldQuery(field, text, quoted);
        case NAME -> sloppy(super.getFieldQuery(field, text, quoted), NAME_SLOP);
        case WORD -> new TermQuery(new Term(field, ANALYZER.normalize(field, text)));
        case CIRCLE -> circle(text);
      };
    }

    @Override
    protected @Nullable Query getFieldQuery(String field, String text, int slop)
        throws ParseException {
      return switch (fieldOf(field).kind()) {
        case PROSE -> sloppy(super.getFieldQuery(field, text, true), slop);
        case NAME -> sloppy(super.getFieldQuery(field, text, true), slop == 0 ? NAME_SLOP : slop);
        case WORD, CIRCLE -> getFieldQuery(field, text, true);
      };
    }

    /** Lets the words of a phrase stand apart or in another order; null for no word at all. */
    private static @Nullable Query sloppy(@Nullable Query query, int slop) {
      if (query instanceof PhraseQuery phrase) {
        PhraseQuery.Builder builder = new PhraseQuery.Builder().setSlop(slop);
        for (int i = 0; i < phrase.getTerms().length; i++) {
          builder.add(phrase.getTerms()[i], phrase.getPositions()[i]);
        }
        return builder.build();
      }
      if (query instanceof MultiPhraseQuery phrase) {
        return new MultiPhraseQuery.Builder(phrase).setSlop(slop).build();
      }
      return query;
    }

    @Override
    protected Query getRangeQuery(
        String field, String from, String to, boolean startInclusive, boolean endInclusive)
        throws ParseException {
      throw new FieldFault(columnOf(field), "no field has a range; give words");
    }

    @Override
    protected Query getPrefixQuery(String field, String text) throws ParseException {
      return super.getPrefixQuery(textual(field), text);
    }

    @Override
    protected Query getWildcardQuery(String field, String text) throws ParseException {
      if ("*".equals(field) && "*".equals(text)) {
        return super.getWildcardQuery(field, text);
      }
      return super.getWildcardQuery(textual(field), text);
    }

    @Override
    protected Query getFuzzyQuery(String field, String text, float similarity)
        throws ParseException {
      return super.getFuzzyQuery(textual(field), text, similarity);
    }

    @Override
    protected Query getRegexpQuery(String field, String text) throws ParseException {
      throw new FieldFault(
          columnOf(field), "regular expressions are not supported; use words and *");
    }

    private String textual(String field) {
      if (fieldOf(field).kind() == WatchField.Kind.CIRCLE) {
        throw circleFault("");
      }
      return field;
    }

    private WatchField fieldOf(String field) {
      return WatchField.find(field)
          .orElseThrow(
              () ->
                  new FieldFault(
                      columnOf(field),
                      "there is no field \"" + field + "\"; there are " + WatchField.keys()));
    }

    private int columnOf(String field) {
      Matcher use = Pattern.compile("\\b" + Pattern.quote(field) + "\\s*[:(]").matcher(query);
      return use.find() ? use.start() + 1 : 1;
    }

    private Query circle(String text) {
      String[] parts = text.split(",", -1);
      if (parts.length != 3) {
        throw circleFault(text);
      }
      try {
        double latitude = Double.parseDouble(parts[0].strip());
        double longitude = Double.parseDouble(parts[1].strip());
        double kilometres = Double.parseDouble(parts[2].strip());
        if (!(Math.abs(latitude) <= 90)
            || !(Math.abs(longitude) <= 180)
            || !(kilometres > 0 && kilometres <= Circle.MOST_KILOMETRES)) {
          throw circleFault(text);
        }
        return Circle.query(latitude, longitude, kilometres);
      } catch (NumberFormatException e) {
        throw circleFault(text);
      }
    }

    private FieldFault circleFault(String text) {
      int use = query.indexOf("within(" + text + ")");
      return new FieldFault(
          use < 0 ? columnOf(WatchField.WITHIN.key()) : use + 1,
          String.format(
              Locale.ROOT,
              "within takes degrees north, degrees east and up to %d kilometres: within(48.6,38.0,50)",
              Circle.MOST_KILOMETRES));
    }
  }

  /** Leaves Lucene's parser, which does not check what it calls. */
  private static final class FieldFault extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int column;

    FieldFault(int column, String message) {
      super(message);
      this.column = column;
    }
  }
}
