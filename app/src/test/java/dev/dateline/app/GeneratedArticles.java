package dev.dateline.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Small articles that all differ, the same from run to run. */
final class GeneratedArticles {

  private static final List<String> CITIES =
      List.of("Geneva", "Lagos", "Lima", "Osaka", "Tallinn", "Nairobi", "Quito", "Hanoi");
  private static final List<String> SPEAKERS =
      List.of("Maria Okafor", "Jonas Lindqvist", "Amina Tahir", "Pedro Vargas", "Keiko Mori");
  private static final List<String> WORKS =
      List.of("bridge", "hospital", "harbour", "school", "railway", "dam");

  private GeneratedArticles() {}

  /** Writes that many, one JSON object a line. */
  static Path write(Path file, int count) throws IOException {
    Random random = new Random(20260701);
    try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (int number = 0; number < count; number++) {
        writer.write(line(number, random));
        writer.newLine();
      }
    }
    return file;
  }

  private static String line(int number, Random random) {
    String city = pick(CITIES, random);
    String speaker = pick(SPEAKERS, random);
    String work = pick(WORKS, random);
    String text =
        "%s, a spokeswoman for the city of %s, said that the %s numbered %d will open in May."
            .formatted(speaker, city, work, number);
    return "{\"id\":\"generated-%d\",\"published\":\"2026-07-01\",\"title\":\"Report %d\",\"text\":\"%s\"}"
        .formatted(number, number, text);
  }

  private static String pick(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }
}
