package dev.dateline.enrich.claims;

import dev.dateline.schemas.avro.CueClass;
import dev.dateline.schemas.avro.Hedge;
import dev.dateline.schemas.avro.Polarity;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The verbs that mark an attribution, by every form they take, read from {@code cues.tsv}.
 *
 * <p>Immutable and thread-safe.
 */
final class CueLexicon {

  /** Which form of the verb a word is; one word may be several. */
  enum Form {
    BASE,
    THIRD,
    PAST,
    PARTICIPLE,
    ING
  }

  /**
   * A verb form of the lexicon.
   *
   * @param cue the entry it belongs to
   * @param forms which forms the word may be
   * @param particle the word that must follow ("out"); null when none
   */
  record Entry(Cue cue, Set<Form> forms, @Nullable String particle) {}

  private final Map<String, List<Entry>> byForm = new HashMap<>();

  private CueLexicon() {}

  /** Reads the lexicon that comes with the module. */
  static CueLexicon load() {
    CueLexicon lexicon = new CueLexicon();
    for (Tables.Row row : Tables.read("cues.tsv", 6)) {
      lexicon.add(row);
    }
    return lexicon;
  }

  /** Returns the entries of a lower-case word, those with a particle first; empty when none. */
  List<Entry> of(String word) {
    return byForm.getOrDefault(word, List.of());
  }

  private void add(Tables.Row row) {
    String lemma = row.cell(0);
    Set<CuePattern> patterns = EnumSet.noneOf(CuePattern.class);
    for (String name : row.words(5)) {
      patterns.add(CuePattern.of(name));
    }
    Cue cue =
        new Cue(
            lemma,
            CueClass.valueOf(row.cell(2)),
            Polarity.valueOf(row.cell(3)),
            Hedge.valueOf(row.cell(4)),
            patterns);
    int space = lemma.indexOf(' ');
    String particle = space < 0 ? null : lemma.substring(space + 1);
    String base = space < 0 ? lemma : lemma.substring(0, space);
    List<String> given = row.words(1);
    Map<String, Set<Form>> forms = new HashMap<>();
    if (given.size() == 4) {
      put(forms, base, Form.BASE);
      put(forms, withoutParticle(given.get(0)), Form.THIRD);
      put(forms, withoutParticle(given.get(1)), Form.PAST);
      put(forms, withoutParticle(given.get(2)), Form.PARTICIPLE);
      put(forms, withoutParticle(given.get(3)), Form.ING);
    } else if (row.cell(1).equals("-")) {
      put(forms, base, Form.BASE);
      put(forms, third(base), Form.THIRD);
      put(forms, past(base), Form.PAST);
      put(forms, past(base), Form.PARTICIPLE);
      put(forms, ing(base), Form.ING);
    } else {
      throw row.error("four forms or \"-\" expected, found \"" + row.cell(1) + "\"");
    }
    forms.forEach(
        (form, kinds) -> {
          List<Entry> entries = byForm.computeIfAbsent(form, key -> new ArrayList<>());
          entries.add(particle == null ? entries.size() : 0, new Entry(cue, kinds, particle));
        });
  }

  private static String withoutParticle(String form) {
    int cut = form.indexOf('_');
    return cut < 0 ? form : form.substring(0, cut);
  }

  private static void put(Map<String, Set<Form>> forms, String word, Form form) {
    forms.computeIfAbsent(word, key -> EnumSet.noneOf(Form.class)).add(form);
  }

  private static boolean endsInConsonantAndY(String base) {
    return base.endsWith("y")
        && base.length() > 1
        && "aeou".indexOf(base.charAt(base.length() - 2)) < 0;
  }

  private static String third(String base) {
    if (endsInConsonantAndY(base)) {
      return base.substring(0, base.length() - 1) + "ies";
    }
    boolean hiss =
        base.endsWith("s") || base.endsWith("sh") || base.endsWith("ch") || base.endsWith("x");
    return base + (hiss ? "es" : "s");
  }

  private static String past(String base) {
    if (endsInConsonantAndY(base)) {
      return base.substring(0, base.length() - 1) + "ied";
    }
    return base + (base.endsWith("e") ? "d" : "ed");
  }

  private static String ing(String base) {
    return (base.endsWith("e") && !base.endsWith("ee")
            ? base.substring(0, base.length() - 1)
            : base)
        + "ing";
  }
}
