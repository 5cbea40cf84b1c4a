package dev.dateline.enrich.names.train;

import dev.dateline.enrich.names.tagger.Labels;
import dev.dateline.enrich.names.tagger.NameType;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A corpus of {@code token<TAB>tag} lines: {@code #doc<TAB>id} opens a document, a blank line ends
 * a sentence, tags are BIO over PER, ORG, LOC and MISC.
 *
 * @param name the file's name
 * @param documents in file order
 */
public record TaggedCorpus(String name, List<Document> documents) {

  /**
   * One document.
   *
   * @param id as the file gives it
   * @param sentences in order
   */
  public record Document(String id, List<TaggedSentence> sentences) {}

  /** One sentence: its tokens and their {@link Labels}. The arrays are not copied. */
  public static final class TaggedSentence {
    private final String[] words;
    private final int[] labels;

    TaggedSentence(String[] words, int[] labels) {
      this.words = words;
      this.labels = labels;
    }

    /** Returns the tokens. */
    public String[] words() {
      return words;
    }

    /** Returns one label a token. */
    public int[] labels() {
      return labels;
    }
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read or a line is not {@code token<TAB>tag}
   */
  public static TaggedCorpus read(Path file) throws IOException {
    List<Document> documents = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      List<TaggedSentence> sentences = new ArrayList<>();
      documents.add(new Document(file.getFileName().toString(), sentences));
      List<String> words = new ArrayList<>();
      List<String> tags = new ArrayList<>();
      String line;
      for (int number = 1; (line = reader.readLine()) != null; number++) {
        int tab = line.indexOf('\t');
        if (line.startsWith("#doc\t")) {
          flush(words, tags, sentences);
          sentences = new ArrayList<>();
          documents.add(new Document(line.substring(tab + 1), sentences));
        } else if (line.isBlank()) {
          flush(words, tags, sentences);
        } else if (tab > 0) {
          words.add(line.substring(0, tab));
          tags.add(line.substring(tab + 1).trim());
        } else {
          throw new IOException(
              "reading corpus %s: line %d: not token<TAB>tag: \"%s\""
                  .formatted(file, number, line));
        }
      }
      flush(words, tags, sentences);
    }
    documents.removeIf(document -> document.sentences().isEmpty());
    return new TaggedCorpus(file.getFileName().toString(), documents);
  }

  private static void flush(List<String> words, List<String> tags, List<TaggedSentence> sentences) {
    if (!words.isEmpty()) {
      sentences.add(new TaggedSentence(words.toArray(new String[0]), labels(tags)));
      words.clear();
      tags.clear();
    }
  }

  /** Tells whether any name of a type is tagged. */
  boolean has(NameType type) {
    return documents.stream()
        .flatMap(document -> document.sentences().stream())
        .flatMapToInt(sentence -> java.util.Arrays.stream(sentence.labels()))
        .anyMatch(label -> label != Labels.OUTSIDE && Labels.type(label) == type);
  }

  /** Turns BIO tags into {@link Labels}; a type that is not known counts as outside. */
  static int[] labels(List<String> tags) {
    int[] labels = new int[tags.size()];
    int i = 0;
    while (i < labels.length) {
      String tag = tags.get(i);
      int end = i + 1;
      if (tag.length() > 2) {
        String type = tag.substring(2);
        while (end < labels.length && tags.get(end).equals("I-" + type)) {
          end++;
        }
        Optional<NameType> known = NameType.ofCorpus(type);
        for (int k = i; known.isPresent() && k < end; k++) {
          labels[k] = Labels.of(known.get(), k - i, end - i);
        }
      }
      i = end;
    }
    return labels;
  }
}
