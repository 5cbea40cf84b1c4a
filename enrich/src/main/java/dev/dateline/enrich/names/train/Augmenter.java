package dev.dateline.enrich.names.train;

import dev.dateline.enrich.names.tagger.Labels;
import dev.dateline.enrich.names.tagger.NameType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Makes altered copies of sentences, so that the tagger also learns text as it really comes:
 * without capitals, with headings run into the next sentence, with signatures and salutations
 * between.
 *
 * <p>Deterministic by seed. Not thread-safe.
 */
final class Augmenter {

  private static final double SMALL = 0.12;
  private static final double JOINED = 0.08;
  private static final double SIGNED = 0.03;
  private static final List<String> CLOSINGS =
      List.of("Thanks", "Regards", "Best", "Sincerely", "Best regards", "Thank you", "Cheers");

  private final SplittableRandom random;
  private final List<List<String>> people;

  /**
   * Makes one.
   *
   * @param seed same seed, same copies
   * @param people names to sign with, word by word
   */
  Augmenter(long seed, List<List<String>> people) {
    random = new SplittableRandom(seed);
    this.people = people;
  }

  /** A copy with its labels as bit sets. */
  record Copy(List<String> words, List<Integer> allowed) {
    Copy() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    void add(String word, int labels) {
      words.add(word);
      allowed.add(labels);
    }

    void addAll(String[] more, int[] labels, int end) {
      for (int i = 0; i < end; i++) {
        add(more[i], labels[i]);
      }
    }
  }

  /**
   * Returns altered copies of a document's sentences.
   *
   * @param share how much of the usual number to make, 0 to 1
   */
  List<Copy> copies(List<String[]> sentences, List<int[]> allowed, double share) {
    List<Copy> copies = new ArrayList<>();
    for (int s = 0; s < sentences.size(); s++) {
      if (random.nextDouble() < SMALL * share) {
        copies.add(small(sentences.get(s), allowed.get(s)));
      }
      int next = (s + 1) % sentences.size();
      if (random.nextDouble() < JOINED * share) {
        copies.add(joined(sentences, allowed, s, next, false));
      }
      if (random.nextDouble() < SIGNED * share && !people.isEmpty()) {
        copies.add(joined(sentences, allowed, s, next, true));
      }
    }
    return copies;
  }

  private static Copy small(String[] words, int[] allowed) {
    Copy copy = new Copy();
    for (int i = 0; i < words.length; i++) {
      copy.add(words[i].toLowerCase(Locale.ROOT), allowed[i]);
    }
    return copy;
  }

  private Copy joined(
      List<String[]> sentences, List<int[]> allowed, int first, int second, boolean signed) {
    Copy copy = new Copy();
    String[] words = sentences.get(first);
    boolean stopped = words.length > 1 && words[words.length - 1].matches("[.!?]");
    boolean drop = stopped && (!signed || random.nextBoolean());
    copy.addAll(words, allowed.get(first), drop ? words.length - 1 : words.length);
    if (signed) {
      sign(copy);
    }
    copy.addAll(sentences.get(second), allowed.get(second), sentences.get(second).length);
    return copy;
  }

  /** "Thanks, Renee Phillip, …": who signs, and who is spoken to next. */
  private void sign(Copy copy) {
    if (random.nextBoolean()) {
      for (String word : CLOSINGS.get(random.nextInt(CLOSINGS.size())).split(" ", -1)) {
        copy.add(word, 1 << Labels.OUTSIDE);
      }
      copy.add(",", 1 << Labels.OUTSIDE);
    }
    addPerson(copy);
    int others = random.nextInt(4);
    if (others == 3) {
      addPerson(copy);
      addPerson(copy);
    } else if (others > 0) {
      addPerson(copy);
      copy.add(random.nextInt(4) == 0 ? "-" : ",", 1 << Labels.OUTSIDE);
    }
  }

  private void addPerson(Copy copy) {
    List<String> person = people.get(random.nextInt(people.size()));
    // Letters are mostly signed with one name.
    int length = random.nextInt(3) > 0 ? 1 : person.size();
    for (int i = 0; i < length; i++) {
      copy.add(person.get(i), 1 << Labels.of(NameType.PER, i, length));
    }
  }
}
