package dev.dateline.ledger.match;

import dev.dateline.ledger.match.Words.Word;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import org.jspecify.annotations.Nullable;

/** Reads a claim's content into words with classes, numbers and cues; thread-safe. */
final class PropositionReader {
  private static final String MODEL = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";
  private static final Set<String> WEEKDAYS =
      Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
  private static final Set<String> TIME_WORDS =
      Set.of(
          "today",
          "yesterday",
          "tomorrow",
          "overnight",
          "night",
          "morning",
          "afternoon",
          "evening",
          "week",
          "month",
          "year",
          "day",
          "hour",
          "january",
          "february",
          "march",
          "april",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "midnight",
          "noon",
          "quarter",
          "time");
  private static final Set<String> EMPTY_VERBS =
      Set.of(
          "be", "have", "do", "would", "will", "can", "could", "may", "might", "shall", "should",
          "must", "get", "make", "take", "say");
  private static final float NAME_FACTOR = 1.0f;
  private static final float VERB_FACTOR = 0.8f;
  private static final float MODIFIER_FACTOR = 0.6f;
  private static final float TIME_FACTOR = 0.3f;
  private static final float PLACE_FACTOR = 0.5f;

  private final WordTable table;
  private final Concepts concepts;
  private final Countries countries;
  private final QuantityReader quantityReader = new QuantityReader();
  private final Phrases<Cue> cues = new Phrases<>(1);
  private final POSModel model;
  private final Queue<POSTaggerME> idle = new ConcurrentLinkedQueue<>();

  PropositionReader(WordTable table, Concepts concepts, Countries countries) {
    this.table = table;
    this.concepts = concepts;
    this.countries = countries;
    for (String line : Tables.lines("cues.txt")) {
      List<String> columns = Tables.columns(line);
      Tables.entries(columns.get(1))
          .forEach(phrase -> cues.add(phrase, Cue.valueOf(columns.get(0))));
    }
    try (InputStream stream = PropositionReader.class.getResourceAsStream(MODEL)) {
      if (stream == null) {
        throw new IllegalStateException(
            "loading the part-of-speech model " + MODEL + ": not on the class path");
      }
      model = new POSModel(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("loading the part-of-speech model " + MODEL, e);
    }
  }

  Proposition read(Assertion assertion) {
    List<Word> words = Words.split(assertion.content());
    List<String> stems = words.stream().map(word -> Words.stem(word.lower())).toList();
    // Tagging takes longer than all the rest.
    String known = assertion.kinds();
    String kinds = known.length() == words.size() ? known : WordKinds.of(tag(words));
    boolean[] nouns = new boolean[words.size()];
    for (int i = 0; i < nouns.length; i++) {
      nouns[i] = kinds.charAt(i) == 'N' || kinds.charAt(i) == 'P';
    }
    List<Quantity> quantities = quantityReader.read(words, stems, nouns);
    BitSet[] conceptsAt = conceptsAt(stems);
    int[] countryAt = countryAt(stems);
    Set<String> placeStems = new LinkedHashSet<>();
    for (String place : assertion.places()) {
      Words.split(place)
          .forEach(
              word -> {
                placeStems.add(Words.stem(word.lower()));
                placeStems.add(Claimants.skeleton(word.lower()));
              });
    }
    BitSet numerals = new BitSet();
    quantities.forEach(
        quantity ->
            numerals.set(
                quantity.place(), quantity.place() + Words.split(quantity.surface()).size()));
    List<Term> terms = new ArrayList<>();
    BitSet all = new BitSet();
    for (int i = 0; i < nouns.length; i++) {
      all.or(conceptsAt[i]);
      Word word = words.get(i);
      Term.Kind kind = kind(word, kinds.charAt(i), i, countryAt[i]);
      if (kind == null || (numerals.get(i) && countryAt[i] < 0)) {
        continue;
      }
      terms.add(term(word.lower(), stems.get(i), kind, conceptsAt[i], countryAt[i], i, placeStems));
    }
    EnumSet<Cue> found = EnumSet.noneOf(Cue.class);
    BitSet negators = new BitSet();
    List<Phrases.Hit<Cue>> hits = cues.find(stems);
    int mainClause =
        hits.stream()
            .filter(hit -> hit.value() == Cue.SUBORDINATE && hit.places()[0] > 1)
            .mapToInt(hit -> hit.places()[0])
            .min()
            .orElse(stems.size());
    for (Phrases.Hit<Cue> hit : hits) {
      if (hit.value() == Cue.SUBORDINATE) {
        continue;
      }
      found.add(hit.value());
      if (hit.places()[0] > mainClause) {
        continue;
      }
      if (hit.value() == Cue.NEGATION || hit.value() == Cue.WEAK_NEGATION) {
        negators.set(hit.places()[0]);
      }
    }
    boolean turned = assertion.denied() ^ (negators.cardinality() % 2 == 1);
    Set<String> weekdays = new LinkedHashSet<>();
    words.stream().map(Word::lower).filter(WEEKDAYS::contains).forEach(weekdays::add);
    return new Proposition(
        assertion,
        List.copyOf(terms),
        context(assertion),
        quantities,
        all,
        found,
        turned,
        weekdays,
        meaning(terms));
  }

  private String[] tag(List<Word> words) {
    POSTaggerME tagger = idle.poll();
    if (tagger == null) {
      tagger = new POSTaggerME(model);
    }
    String[] tags = tagger.tag(words.stream().map(Word::surface).toArray(String[]::new));
    idle.add(tagger);
    return tags;
  }

  private BitSet[] conceptsAt(List<String> stems) {
    BitSet[] found = new BitSet[stems.size()];
    Arrays.setAll(found, i -> new BitSet());
    List<Phrases.Hit<Integer>> hits = concepts.find(stems);
    BitSet inPhrase = new BitSet();
    hits.stream()
        .filter(PropositionReader::isUnbroken)
        .forEach(hit -> Arrays.stream(hit.places()).forEach(inPhrase::set));
    for (Phrases.Hit<Integer> hit : hits) {
      // "Fallen back" is no fall.
      boolean partOfPhrase = hit.places().length == 1 && inPhrase.get(hit.places()[0]);
      for (int place : hit.places()) {
        if (!partOfPhrase) {
          found[place].set(hit.value());
        }
      }
    }
    return found;
  }

  private static boolean isUnbroken(Phrases.Hit<Integer> hit) {
    int[] places = hit.places();
    return places.length > 1 && places[places.length - 1] - places[0] == places.length - 1;
  }

  private int[] countryAt(List<String> stems) {
    int[] found = new int[stems.size()];
    Arrays.fill(found, -1);
    for (Phrases.Hit<Integer> hit : countries.find(stems)) {
      for (int place : hit.places()) {
        found[place] = hit.value();
      }
    }
    return found;
  }

  private Term.@Nullable Kind kind(Word word, char tag, int index, int country) {
    if (!Words.isWord(word.lower()) || EMPTY_VERBS.contains(word.lower())) {
      return null;
    }
    boolean capital = Character.isUpperCase(word.surface().charAt(0));
    if (country >= 0 && capital) {
      return Term.Kind.NAME;
    }
    if (capital && index > 0) {
      return WEEKDAYS.contains(word.lower()) ? Term.Kind.NOUN : Term.Kind.NAME;
    }
    return switch (tag) {
      case 'P' ->
          table.entry(Words.stem(word.lower())) == null && capital
              ? Term.Kind.NAME
              : Term.Kind.NOUN;
      case 'N' -> Term.Kind.NOUN;
      case 'V' -> Term.Kind.VERB;
      case 'A' -> Term.Kind.MODIFIER;
      case 'D' -> table.rarity(Words.stem(word.lower())) > 4 ? Term.Kind.MODIFIER : null;
      default -> null;
    };
  }

  private Term term(
      String lower,
      String stem,
      Term.Kind kind,
      BitSet concept,
      int country,
      int place,
      Set<String> placeStems) {
    float weight = Math.max(0.5f, table.rarity(stem));
    weight *=
        switch (kind) {
          case NAME -> NAME_FACTOR;
          case NOUN -> 1;
          case VERB -> VERB_FACTOR;
          case MODIFIER -> MODIFIER_FACTOR;
        };
    if (WEEKDAYS.contains(lower) || TIME_WORDS.contains(lower)) {
      weight *= TIME_FACTOR;
    }
    if (placeStems.contains(stem) || placeStems.contains(Claimants.skeleton(lower))) {
      weight *= PLACE_FACTOR;
    }
    return new Term(
        Names.Name.of(lower), stem, kind, weight, concept, country, table.entry(stem), place);
  }

  /**
   * What a pronoun or a short form in the content may stand for: the words of claimant and places.
   */
  private List<Term> context(Assertion assertion) {
    List<Term> context = new ArrayList<>();
    List<String> texts = new ArrayList<>(assertion.places());
    if (assertion.claimant() != null) {
      texts.add(assertion.claimant());
    }
    for (String text : texts) {
      List<Word> words = Words.split(text);
      List<String> stems = words.stream().map(word -> Words.stem(word.lower())).toList();
      BitSet[] conceptsAt = conceptsAt(stems);
      int[] countryAt = countryAt(stems);
      for (int i = 0; i < words.size(); i++) {
        Word word = words.get(i);
        if (Words.isWord(word.lower()) && word.lower().length() > 2) {
          Term.Kind kind =
              Character.isUpperCase(word.surface().charAt(0)) ? Term.Kind.NAME : Term.Kind.NOUN;
          context.add(
              term(word.lower(), stems.get(i), kind, conceptsAt[i], countryAt[i], -1, Set.of()));
        }
      }
    }
    return List.copyOf(context);
  }

  private static @Nullable Vector meaning(List<Term> terms) {
    double[] sum = new double[64];
    boolean any = false;
    for (Term term : terms) {
      WordTable.Entry entry = term.entry();
      if (entry != null && !term.isName()) {
        any = true;
        for (int i = 0; i < sum.length; i++) {
          sum[i] += term.weight() * entry.vector().at(i);
        }
      }
    }
    if (!any) {
      return null;
    }
    double norm = Math.sqrt(Arrays.stream(sum).map(x -> x * x).sum());
    byte[] meaning = new byte[sum.length];
    for (int i = 0; i < sum.length; i++) {
      meaning[i] =
          (byte) Math.max(-127, Math.min(127, Math.round(sum[i] / Math.max(norm, 1e-9) * 254)));
    }
    return new Vector(meaning);
  }
}
