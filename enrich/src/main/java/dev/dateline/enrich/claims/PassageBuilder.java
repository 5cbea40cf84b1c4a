package dev.dateline.enrich.claims;

import dev.dateline.enrich.names.NameMention;
import dev.dateline.enrich.names.Names;
import dev.dateline.enrich.text.Sentence;
import dev.dateline.enrich.text.TextDocument;
import dev.dateline.enrich.text.Token;
import dev.dateline.enrich.times.TimeMention;
import dev.dateline.enrich.times.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an article into passages: its sentences, with the breaks inside quotations mended and every
 * quotation closed into one item. Used once for one article.
 */
final class PassageBuilder {

  /** How many words "…?" she asked may have after a quotation that ends in a stop. */
  private static final int LONGEST_TAG = 7;

  /** How many characters a name or a word in quotation marks has at most. */
  private static final int LONGEST_NAME = 60;

  /** How long a word may be that a title writes small ("the"). */
  private static final int LONGEST_SMALL_WORD = 3;

  /** How many words, marks included, a quotation without a stop needs to say something. */
  private static final int SHORTEST_STATEMENT = 5;

  private final TextDocument document;
  private final List<Quotation> quotations;
  private final List<NameMention> mentions;
  private final List<TimeMention> times;
  private final CueLexicon lexicon;
  private final List<Passage> passages = new ArrayList<>();
  private List<Item> items = new ArrayList<>();
  private int paragraph;
  private int nextQuotation;
  private int nextMention;
  private int nextTime;

  private PassageBuilder(
      TextDocument document,
      List<Quotation> quotations,
      Names names,
      Times times,
      CueLexicon lexicon) {
    this.document = document;
    this.quotations = quotations;
    this.mentions = names.mentions();
    this.times = times.times();
    this.lexicon = lexicon;
  }

  /** Returns the passages in text order. */
  static List<Passage> build(
      TextDocument document,
      List<Quotation> quotations,
      Names names,
      Times times,
      CueLexicon lexicon) {
    PassageBuilder builder = new PassageBuilder(document, quotations, names, times, lexicon);
    for (Sentence sentence : document.sentences()) {
      document.budget().check();
      builder.add(sentence);
    }
    builder.finish();
    return builder.passages;
  }

  private void add(Sentence sentence) {
    List<Token> tokens = sentence.tokens();
    boolean insideQuotation = !items.isEmpty() && last().end() > sentence.start();
    if (!items.isEmpty()
        && (sentence.paragraph() != paragraph || (!insideQuotation && !goesOn(tokens, 0)))) {
      finish();
    }
    paragraph = sentence.paragraph();
    int i = 0;
    while (i < tokens.size()) {
      Token token = tokens.get(i);
      if (!items.isEmpty() && token.start() < last().end()) {
        i++;
        continue;
      }
      Quotation quotation = quotationAt(token);
      if (quotation != null) {
        if (token.start() < quotation.outer().start()) {
          // The tokenizer left the mark at the end of a word.
          items.add(word(token));
        } else {
          items.add(closed(quotation, tokens, i));
        }
        i++;
        continue;
      }
      if (!items.isEmpty() && endsSentence(last()) && !goesOn(tokens, i)) {
        finish();
      }
      items.add(word(token));
      i++;
    }
  }

  private void finish() {
    if (!items.isEmpty()) {
      passages.add(new Passage(document.text(), passages.size(), paragraph, PosRepair.mend(items)));
      items = new ArrayList<>();
    }
  }

  private Item last() {
    return items.get(items.size() - 1);
  }

  /** Tells whether a quotation ends with the sentence it belongs to. */
  private boolean endsSentence(Item item) {
    Quotation quotation = item.quotation();
    if (quotation == null) {
      return false;
    }
    String inner = quotation.inner().of(document.text());
    return ".!?…".indexOf(inner.charAt(inner.length() - 1)) >= 0;
  }

  /** Tells whether the words from an index on still belong to the quotation before them. */
  private boolean goesOn(List<Token> tokens, int from) {
    if (!last().pos().equals(Item.QUOTE)) {
      return false;
    }
    Token first = tokens.get(from);
    if (!Character.isUpperCase(first.text().codePointAt(0))
        && !Character.isDigit(first.text().charAt(0))) {
      return quotationAt(first) == null;
    }
    for (int i = from; i < Math.min(tokens.size(), from + LONGEST_TAG); i++) {
      if (lexicon.of(tokens.get(i).text().toLowerCase(Locale.ROOT)).isEmpty()) {
        continue;
      }
      Token after = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
      return after == null
          || (after.pos().equals("PUNCT") && !after.text().equals(":"))
          || (after.pos().equals("ADP") && i > from);
    }
    return false;
  }

  private @Nullable Quotation quotationAt(Token token) {
    while (nextQuotation < quotations.size()
        && quotations.get(nextQuotation).outer().end() <= token.start()) {
      nextQuotation++;
    }
    if (nextQuotation < quotations.size()
        && quotations.get(nextQuotation).outer().start() < token.end()) {
      return quotations.get(nextQuotation);
    }
    return null;
  }

  private Item closed(Quotation quotation, List<Token> tokens, int from) {
    String inner = quotation.inner().of(document.text());
    boolean statement =
        inner.length() > LONGEST_NAME || ".,!?…".indexOf(inner.charAt(inner.length() - 1)) >= 0;
    int words = 0;
    boolean verb = false;
    for (int i = from; i < tokens.size() && tokens.get(i).end() <= quotation.outer().end(); i++) {
      words++;
      verb |=
          tokens.get(i).pos().equals("AUX") || (tokens.get(i).pos().equals("VERB") && words > 2);
    }
    // 'on "Meet the Press," she said': a title that the writer's comma follows.
    statement &= !(inner.endsWith(",") && isTitle(inner));
    statement |= verb && words > SHORTEST_STATEMENT && Character.isUpperCase(inner.charAt(0));
    int space = inner.indexOf(' ');
    String first = space < 0 ? inner : inner.substring(0, space);
    return new Item(
        quotation.outer().start(),
        quotation.outer().end(),
        first,
        "\"",
        Item.QUOTE,
        quotation,
        null,
        false,
        statement);
  }

  private static boolean isTitle(String inner) {
    String[] words = inner.split(" ", -1);
    for (String word : words) {
      if (word.length() > LONGEST_SMALL_WORD && !Character.isUpperCase(word.codePointAt(0))) {
        return false;
      }
    }
    return words.length > 1
        && Character.isUpperCase(inner.codePointAt(0))
        && Character.isUpperCase(words[words.length - 1].codePointAt(0));
  }

  /** "WHO" and "US" are names, not pronouns. */
  private static String lower(String surface) {
    String lower = surface.toLowerCase(Locale.ROOT);
    boolean capitals = surface.length() > 1 && surface.equals(surface.toUpperCase(Locale.ROOT));
    return capitals && Grammar.FUNCTION_WORDS.contains(lower) ? surface : lower;
  }

  private Item word(Token token) {
    while (nextMention < mentions.size()
        && mentions.get(nextMention).span().end() <= token.start()) {
      nextMention++;
    }
    while (nextTime < times.size() && times.get(nextTime).span().end() <= token.start()) {
      nextTime++;
    }
    boolean named =
        nextMention < mentions.size() && mentions.get(nextMention).span().overlaps(token.span());
    boolean time = nextTime < times.size() && times.get(nextTime).span().overlaps(token.span());
    return new Item(
        token.start(),
        token.end(),
        token.text(),
        lower(token.text()),
        token.pos(),
        null,
        named ? mentions.get(nextMention) : null,
        time,
        false);
  }
}
