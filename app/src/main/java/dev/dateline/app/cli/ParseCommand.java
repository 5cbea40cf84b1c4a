package dev.dateline.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.http.HttpAddress;
import dev.dateline.ingest.article.ArticleAssembler;
import dev.dateline.ingest.article.ArticleDraft;
import dev.dateline.ingest.article.ArticleRejectedException;
import dev.dateline.ingest.article.Rejection;
import dev.dateline.ingest.article.RejectionCode;
import dev.dateline.ingest.article.SourceItem;
import dev.dateline.ingest.article.SourceItems;
import dev.dateline.ingest.parse.ArticleReader;
import dev.dateline.schemas.avro.Article;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what would be published for a file, without Kafka: one JSON line an article. */
@Command(
    name = "parse",
    description = {
      "Print what would be published for a feed, page, agency file or archive, one JSON line an"
          + " article; needs no Kafka.",
      "What cannot be read gives an error line of its own, and exit status 3."
    })
final class ParseCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Feeds, sitemaps, web pages, NITF, NewsML-G2, ninjs, WARC, .jsonl, texts.")
  private List<Path> files = List.of();

  @Option(
      names = "--url",
      paramLabel = "ADDRESS",
      description = "Where the files were found, which their relative addresses count from.")
  private @Nullable String url;

  private ExitStatus status = ExitStatus.OK;

  @Override
  public Integer call() {
    URI address = address();
    // Age does not matter here, so nothing is backfill.
    ArticleAssembler assembler = new ArticleAssembler(Clock.systemUTC(), Duration.ofDays(365_000));
    for (Path file : files) {
      try (SourceItems items = ArticleReader.open(file, ArticleReader.addressName(file), address)) {
        while (items.hasNext()) {
          print(items.next(), file, assembler);
        }
      }
    }
    spec.commandLine().getOut().flush();
    return status.number();
  }

  private @Nullable URI address() {
    if (url == null) {
      return null;
    }
    String given = url;
    return HttpAddress.parse(given)
        .orElseThrow(
            () ->
                new CommandFailure(
                    ExitStatus.USAGE, "--url " + given + ": not a whole http or https address"));
  }

  private void print(SourceItem item, Path file, ArticleAssembler assembler) {
    if (item instanceof ArticleDraft draft) {
      try {
        print(file, fields(assembler.assemble(draft)));
      } catch (ArticleRejectedException e) {
        reject(file, e.rejection());
      }
    } else if (item instanceof Rejection rejection) {
      reject(file, rejection);
    }
  }

  private static Map<String, Object> fields(Article article) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", article.getId());
    fields.put("url", article.getUrl());
    fields.put("title", article.getTitle());
    fields.put("authors", article.getAuthors());
    fields.put("published", time(article.getPublished(), article.getPublishedIsDay()));
    fields.put("modified", time(article.getModified(), false));
    fields.put("language", article.getDeclaredLanguage());
    fields.put("text", article.getText());
    fields.put("warnings", article.getWarnings());
    return fields;
  }

  private static @Nullable String time(@Nullable Instant time, boolean day) {
    if (time == null) {
      return null;
    }
    return day ? time.atOffset(ZoneOffset.UTC).toLocalDate().toString() : time.toString();
  }

  private void reject(Path file, Rejection rejection) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("error", rejection.code().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    fields.put("message", rejection.describe());
    print(file, fields);
    PrintWriter err = spec.commandLine().getErr();
    err.println(rejection.describe());
    err.flush();
    if (rejection.code() == RejectionCode.NO_SUCH_FILE) {
      status = ExitStatus.USAGE;
    } else if (status == ExitStatus.OK) {
      status = ExitStatus.REJECTED;
    }
  }

  private void print(Path file, Map<String, Object> fields) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("file", file.toString());
    line.putAll(fields);
    try {
      spec.commandLine().getOut().println(JSON.writeValueAsString(line));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("writing an article as JSON", e);
    }
  }
}
