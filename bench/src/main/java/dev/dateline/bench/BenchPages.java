package dev.dateline.bench;

import dev.dateline.schemas.avro.Article;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The web pages that a benchmark fetches. */
final class BenchPages {

  private BenchPages() {}

  /** Returns the pages of the folder, of the default folder, or one made of the article. */
  static List<byte[]> read(@Nullable Path given, Article article) throws IOException {
    Path home = Path.of(System.getProperty("dateline.root", "."));
    Path folder = given == null ? home.resolve("../shared/corpora/pages").normalize() : given;
    if (given == null && !Files.isDirectory(folder)) {
      String page =
          "<html><body><article><p>"
              + article.getText().replace("<", "&lt;").replace("\n\n", "</p><p>")
              + "</p></article></body></html>";
      return List.of(page.getBytes(StandardCharsets.UTF_8));
    }
    List<byte[]> pages = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".html")).sorted().toList()) {
        pages.add(Files.readAllBytes(file));
      }
    }
    return pages;
  }
}
