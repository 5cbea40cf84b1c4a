package dev.dateline.ingest.parse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.article.ArticleDraft;
import dev.dateline.ingest.article.Rejection;
import dev.dateline.ingest.article.RejectionCode;
import dev.dateline.ingest.article.SourceItem;
import dev.dateline.ingest.article.SourceItems;
import dev.dateline.ingest.article.StatedTime;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleReaderTest {

  private static final StatedTime DAY = new StatedTime(Instant.parse("2023-05-25T00:00:00Z"), true);

  private final Path folder;

  ArticleReaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void theSeedGivesItsDayAndExactlyItsBody() throws IOException {
    Path seed = file("000_deb4d5127912b402.txt", resource("seed.txt"));
    ArticleDraft draft = draft(seed);
    assertThat(draft.published()).isEqualTo(DAY);
    assertThat(draft.text()).isEqualTo(new String(resource("seed-body.txt"), UTF_8));
    assertThat(draft.id()).isEqualTo("000_deb4d5127912b402");
    assertThat(draft.address())
        .isEqualTo("file:" + folder.getFileName() + "/000_deb4d5127912b402.txt");
    assertThat(draft.url()).isNull();
    assertThat(draft.source()).isNull();
    assertThat(draft.warnings()).isEmpty();
  }

  @Test
  void aDateMayHaveALineOfItsOwn() throws IOException {
    ArticleDraft draft = draft(text("date 2023-05-25\r\n\r\nKyiv said so.\r\n"));
    assertThat(draft.published()).isEqualTo(DAY);
    assertThat(draft.text()).isEqualTo("Kyiv said so.");
  }

  @Test
  void aTextThatOnlyBeginsWithTheWordDateKeepsIt() throws IOException {
    ArticleDraft draft = draft(text("Date palms of 2023-05-25 grow."));
    assertThat(draft.published()).isNull();
    assertThat(draft.text()).isEqualTo("Date palms of 2023-05-25 grow.");
  }

  @Test
  void aDateThatIsNoneStaysInTheTextWithAWarning() throws IOException {
    ArticleDraft draft = draft(text("date 2023-02-30 Kyiv said so."));
    assertThat(draft.published()).isNull();
    assertThat(draft.text()).startsWith("date 2023-02-30");
    assertThat(draft.warnings())
        .containsExactly("\"2023-02-30\" is not a day of the calendar: left in the text");
  }

  @Test
  void anEmptyFileIsAnEmptyArticleAndSaysSo() throws IOException {
    ArticleDraft draft = draft(text(""));
    assertThat(draft.text()).isEmpty();
    assertThat(draft.warnings()).containsExactly("the text is empty");
  }

  @Test
  void aFileOfZerosIsRejectedInOneLine() throws IOException {
    Path zeros = file("zeros.txt", new byte[1000]);
    assertThat(rejection(zeros).code()).isEqualTo(RejectionCode.NOT_TEXT);
    assertThat(rejection(zeros).describe())
        .isEqualTo("reading " + zeros + ": not a text: it holds nothing but 1000 zero bytes");
  }

  @Test
  void randomBytesAreRejectedInOneLine() throws IOException {
    byte[] bytes = new byte[4000];
    new Random(1).nextBytes(bytes);
    assertThat(rejection(file("noise.dat", bytes)).message())
        .isEqualTo("not a text: its bytes look like binary data");
  }

  @Test
  void brokenUtf8IsMendedWithAWarning() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("Zürich and Málaga ".getBytes(UTF_8));
    bytes.write(0xFF);
    bytes.writeBytes(" met.".getBytes(UTF_8));
    ArticleDraft draft = draft(file("broken.txt", bytes.toByteArray()));
    assertThat(draft.text()).isEqualTo("Zürich and Málaga \uFFFD met.");
    assertThat(draft.warnings())
        .containsExactly("not all of it is UTF-8: U+FFFD stands in 1 places");
  }

  @Test
  void windowsTextIsReadAsSuchWithAWarning() throws IOException {
    ArticleDraft draft = draft(file("old.txt", "Z\u00FCrich \u0093so\u0094".getBytes(ISO_8859_1)));
    assertThat(draft.text()).isEqualTo("Zürich “so”");
    assertThat(draft.warnings()).containsExactly("not UTF-8: read as windows-1252");
  }

  @Test
  void utf16IsReadWithAndWithoutItsMark() throws IOException {
    byte[] bare = "Kyiv said so.".getBytes(UTF_16LE);
    byte[] marked = "\uFEFFKyiv said so.".getBytes(UTF_16LE);
    assertThat(draft(file("bare.txt", bare)).text()).isEqualTo("Kyiv said so.");
    assertThat(draft(file("marked.txt", marked)).text()).isEqualTo("Kyiv said so.");
  }

  @Test
  void aMissingFileIsARejection() {
    Path missing = folder.resolve("missing.txt");
    assertThat(rejection(missing).describe()).isEqualTo("reading " + missing + ": no such file");
    assertThat(rejection(missing).code()).isEqualTo(RejectionCode.NO_SUCH_FILE);
  }

  @Test
  void aFolderIsARejection() {
    assertThat(rejection(folder).code()).isEqualTo(RejectionCode.UNREADABLE);
  }

  @Test
  void aStoryOfJsonLinesGivesEveryField() throws IOException {
    List<SourceItem> items = all(file("story.jsonl", resource("story.jsonl")));
    assertThat(items).hasSize(14).allMatch(ArticleDraft.class::isInstance);
    ArticleDraft first = (ArticleDraft) items.get(0);
    assertThat(first.id()).isEqualTo("s01");
    assertThat(first.source()).isEqualTo("Meridian Wire");
    assertThat(first.title()).isEqualTo("Russia says its troops have taken Huliaipole");
    assertThat(first.address()).isEqualTo(first.url());
    assertThat(first.url()).startsWith("https://meridian-wire.example/2024/10/08/");
    assertThat(first.published())
        .isEqualTo(new StatedTime(Instant.parse("2024-10-08T06:40:00Z"), false));
    assertThat(first.position().line()).isEqualTo(1);
  }

  @Test
  void theTextOfAJsonLineIsTakenExactlyAsGiven() {
    ArticleDraft draft =
        (ArticleDraft) lines("{\"text\": \" Zu\\u0308rich\\r\\n\\u0000 \"}").get(0);
    assertThat(draft.text()).isEqualTo(" Zu\u0308rich\r\n\u0000 ");
  }

  @Test
  void badLinesAreRejectedOneByOneAndTheOthersUnharmed() {
    List<SourceItem> items =
        lines(
            """
            \uFEFF{"id": "a", "text": "one"}
            {"id": "b", "text": "two"

            {"id": "c", "title": "no text"}
            {"id": "d", "text": 7}
            ["text"]
            {"id": "e", "text": "five"} trailing
            {"id": 6, "text": "six"}\r
            """);
    assertThat(items.stream().map(ArticleReaderTest::told))
        .containsExactly(
            "a: one",
            "stdin: line 2: null INVALID_JSON",
            "stdin: line 4: c MISSING_TEXT",
            "stdin: line 5: d MISSING_TEXT",
            "stdin: line 6: null INVALID_JSON",
            "stdin: line 7: null INVALID_JSON",
            "6: six");
    assertThat(items)
        .filteredOn(Rejection.class::isInstance)
        .allSatisfy(item -> assertThat(((Rejection) item).describe().lines()).hasSize(1));
    assertThat(((Rejection) items.get(2)).message()).isEqualTo("the object has no \"text\"");
  }

  @Test
  void aJsonLineThatIsNotUtf8IsRejected() {
    List<SourceItem> items =
        items(
            ArticleReader.jsonLines(
                new ByteArrayInputStream(
                    "{\"text\": \"Z\u00FCrich\"}\n{\"text\": \"x\"}".getBytes(ISO_8859_1)),
                "stdin"));
    assertThat(((Rejection) items.get(0)).message()).isEqualTo("not JSON: it is not UTF-8");
    assertThat(items.get(1)).isInstanceOf(ArticleDraft.class);
  }

  @Test
  void aBadFieldBesideTheTextIsLeftOutWithAWarning() {
    ArticleDraft draft =
        (ArticleDraft)
            lines(
                    "{\"text\": \"x\", \"published\": \"soon\", \"url\": \"htp://x\", \"title\": 7,"
                        + " \"authors\": [\"A. Writer\", {\"name\": \"B. Second\"}]}")
                .get(0);
    assertThat(draft.published()).isNull();
    assertThat(draft.url()).isNull();
    assertThat(draft.title()).isNull();
    assertThat(draft.authors()).containsExactly("A. Writer", "B. Second");
    assertThat(draft.address()).isEqualTo("file:stdin#1");
    assertThat(draft.warnings())
        .containsExactly(
            "url \"htp://x\" is not an http or https URL: left out",
            "title is a number where a string is expected: left out",
            "published \"soon\" is no date that can be read: left out");
  }

  @Test
  void aLongStreamIsReadLineByLine() {
    EndlessLines endless = new EndlessLines();
    try (SourceItems items = ArticleReader.jsonLines(endless, "stdin")) {
      for (int i = 0; i < 1000; i++) {
        assertThat(items.next()).isInstanceOf(ArticleDraft.class);
      }
      assertThat(items.bytesRead()).isLessThan(1 << 17);
    }
  }

  @Test
  void aGzippedFileIsReadAsItsContent() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write("{\"id\": \"a\", \"text\": \"one\"}\n".getBytes(UTF_8));
    }
    assertThat(told(all(file("a.jsonl.gz", bytes.toByteArray())).get(0))).isEqualTo("a: one");
    byte[] cut = java.util.Arrays.copyOf(bytes.toByteArray(), bytes.size() - 12);
    assertThat(rejection(file("cut.txt.gz", cut)).code()).isEqualTo(RejectionCode.UNREADABLE);
    assertThat(rejection(file("no.txt.gz", "plain".getBytes(UTF_8))).code())
        .isEqualTo(RejectionCode.UNREADABLE);
  }

  @Test
  void aFileOfNoKnownNameIsJudgedByItsFirstBytes() throws IOException {
    assertThat(draft(file("a.data", "{\"id\": \"q\", \"text\": \"one\"}".getBytes(UTF_8))).id())
        .isEqualTo("q");
    assertThat(
            draft(file("b", "<!DOCTYPE html>\n<title>T</title><p>One.</p>".getBytes(UTF_8)))
                .title())
        .isEqualTo("T");
    assertThat(draft(file("c.md", "One <b>two</b>.".getBytes(UTF_8))).text())
        .isEqualTo("One <b>two</b>.");
  }

  static ArticleDraft draft(Path file) {
    List<SourceItem> items = all(file);
    assertThat(items).hasSize(1).allMatch(ArticleDraft.class::isInstance);
    return (ArticleDraft) items.get(0);
  }

  private static Rejection rejection(Path file) {
    List<SourceItem> items = all(file);
    assertThat(items).hasSize(1).allMatch(Rejection.class::isInstance);
    return (Rejection) items.get(0);
  }

  private static List<SourceItem> all(Path file) {
    return items(ArticleReader.open(file));
  }

  private static List<SourceItem> lines(String lines) {
    return items(ArticleReader.jsonLines(new ByteArrayInputStream(lines.getBytes(UTF_8)), "stdin"));
  }

  private static List<SourceItem> items(SourceItems source) {
    List<SourceItem> items = new ArrayList<>();
    try (source) {
      source.forEachRemaining(items::add);
    }
    return items;
  }

  private static String told(SourceItem item) {
    if (item instanceof Rejection rejection) {
      return rejection.position() + ": " + rejection.id() + " " + rejection.code();
    }
    ArticleDraft draft = (ArticleDraft) item;
    return draft.id() + ": " + draft.text();
  }

  private Path text(String content) throws IOException {
    return file("a.txt", content.getBytes(UTF_8));
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            ArticleReaderTest.class.getResourceAsStream("/dev/dateline/ingest/" + name))) {
      return in.readAllBytes();
    }
  }

  private static final class EndlessLines extends InputStream {

    private static final byte[] LINE = "{\"text\": \"one\"}\n".getBytes(UTF_8);
    private int next;

    @Override
    public int read() {
      return LINE[next++ % LINE.length];
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      for (int i = 0; i < length; i++) {
        bytes[offset + i] = (byte) read();
      }
      return length;
    }
  }
}
