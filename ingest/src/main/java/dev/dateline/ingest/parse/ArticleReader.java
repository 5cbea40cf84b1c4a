package dev.dateline.ingest.parse;

import dev.dateline.http.CountedInput;
import dev.dateline.ingest.article.SourceItems;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads the articles of one file or stream, whatever its format; needs no Kafka.
 *
 * <p>By the end of the file's name, a last {@code .gz} put aside: {@code .jsonl} and {@code
 * .ndjson} hold one article a line, {@code .html}, {@code .htm} and {@code .xhtml} are a web page,
 * {@code .txt} and {@code .text} are plain text, {@code .warc} is an archive of pages; {@code
 * .xml}, {@code .rss}, {@code .atom}, {@code .rdf}, {@code .nitf} and {@code .newsml} are a feed, a
 * sitemap or an agency's file, whichever their elements tell, and {@code .json} a JSON Feed, ninjs
 * or articles. Any other file is judged by its first bytes. JSON Lines and archives are read as
 * they stream; other files whole, up to 64 MiB. Thread-safe; what it returns is not.
 */
public final class ArticleReader {

  private ArticleReader() {}

  /** Opens a file; its address is its folder's name and its own. */
  public static SourceItems open(Path file) {
    return open(file, addressName(file));
  }

  /**
   * Opens a file.
   *
   * @param addressName the file's name as it stands in the address of an article without a URL
   */
  public static SourceItems open(Path file, String addressName) {
    return open(file, addressName, null);
  }

  /**
   * Opens a file that was saved from the web.
   *
   * @param address where it was found, which its relative addresses count from; null when that is
   *     not known
   */
  public static SourceItems open(Path file, String addressName, @Nullable URI address) {
    return new FileItems(file, addressName, address);
  }

  /**
   * Reads a stream of JSON Lines, such as standard input.
   *
   * @param name what people call the stream
   */
  public static SourceItems jsonLines(InputStream in, String name) {
    CountedInput counted = new CountedInput(in);
    return new JsonLinesItems(counted, counted, name, name);
  }

  /** Returns the names of the file's folder and of the file, the same in every checkout. */
  public static String addressName(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    Path folderName = folder == null ? null : folder.getFileName();
    String own = String.valueOf(absolute.getFileName());
    return folderName == null ? own : folderName + "/" + own;
  }
}
