package dev.dateline.ingest.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dateline.ingest.agency.Ninjs;
import dev.dateline.ingest.article.ArticleAssembler;
import dev.dateline.ingest.article.ArticleDraft;
import dev.dateline.ingest.article.ArticleRejectedException;
import dev.dateline.ingest.article.OneLine;
import dev.dateline.ingest.article.SourcePosition;
import dev.dateline.ingest.parse.JsonArticle;
import dev.dateline.ingest.push.PushRefusedException.Fault;
import dev.dateline.ingest.text.StatedTimes;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.Ids;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Article;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a request: one article or many, each our own JSON object or ninjs.
 *
 * <p>Unlike a file, a request has somebody to answer to: what is wrong is not mended but named, and
 * nothing of the request is taken. Thread-safe.
 */
final class PushReader {

  private static final int MOST_FAULTS = 20;

  /** What the record's headers and the batch around it may need beside the value. */
  private static final int ROOM = 16 * 1024;

  private static final Set<String> FIELDS =
      Stream.of(JsonArticle.Field.values())
          .flatMap(field -> field.names().stream())
          .collect(Collectors.toUnmodifiableSet());

  /** Fields of ninjs that we read and that hold a string, and those that hold a time. */
  private static final List<String> NINJS_STRINGS =
      List.of("headline", "body_text", "body_xhtml", "body_html", "language", "byline");

  private static final List<String> NINJS_TIMES =
      List.of("firstcreated", "contentcreated", "versioncreated");

  private final PushSettings settings;
  private final ArticleAssembler assembler;
  private final JsonMapper json;
  private final Serializer<Article> serializer = AvroSerde.of(Topics.ARTICLES).serializer();

  PushReader(PushSettings settings, Clock clock) {
    this.settings = settings;
    this.assembler = new ArticleAssembler(clock, settings.backfillAge());
    this.json = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    json.getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxStringLength(settings.longestBody()).build());
  }

  /**
   * Returns the articles of the body, at least one.
   *
   * @param sender whose articles they are
   */
  List<PushedArticle> read(byte[] body, String sender) throws PushRefusedException {
    JsonNode root = parse(body);
    if (root.isObject() && root.path("articles").isArray()) {
      return all(root.path("articles"), "/articles/", sender);
    }
    if (root.isArray()) {
      return all(root, "/", sender);
    }
    List<Fault> faults = new ArrayList<>();
    PushedArticle article = one(root, "", sender, faults);
    if (article == null) {
      throw PushRefusedException.fields(400, faults);
    }
    return List.of(article);
  }

  private JsonNode parse(byte[] body) throws PushRefusedException {
    try {
      JsonNode root = json.readTree(body);
      if (root == null || root.isMissingNode()) {
        throw PushRefusedException.whole(400, "the body is empty: send a JSON object or an array");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw PushRefusedException.whole(
          400, "the body is not JSON: " + OneLine.quoted(e.getOriginalMessage()));
    } catch (IOException e) {
      throw PushRefusedException.whole(400, "the body is not JSON: it is not UTF-8");
    }
  }

  private List<PushedArticle> all(JsonNode array, String place, String sender)
      throws PushRefusedException {
    if (array.isEmpty()) {
      throw PushRefusedException.whole(400, "there is no article in the array");
    }
    if (array.size() > settings.mostArticles()) {
      throw PushRefusedException.whole(
          413,
          array.size()
              + " articles, more than the "
              + settings.mostArticles()
              + " of one request: send them in several");
    }
    List<PushedArticle> articles = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < array.size() && faults.size() < MOST_FAULTS; i++) {
      PushedArticle article = one(array.get(i), place + i, sender, faults);
      if (article != null) {
        articles.add(article);
      }
    }
    if (!faults.isEmpty()) {
      throw PushRefusedException.fields(400, faults);
    }
    return articles;
  }

  private @Nullable PushedArticle one(
      JsonNode object, String pointer, String sender, List<Fault> faults)
      throws PushRefusedException {
    int before = faults.size();
    if (!object.isObject()) {
      faults.add(
          new Fault(
              pointer,
              "",
              "is a " + JsonArticle.kind(object) + " where an article's object is expected"));
      return null;
    }
    JsonArticle.Faults wrong =
        (field, message) -> faults.add(new Fault(pointer + "/" + field, field, message));
    ArticleDraft draft =
        Ninjs.isNinjs(object) ? ninjs(object, sender, wrong) : own(object, sender, wrong);
    return faults.size() > before ? null : assemble(draft, pointer);
  }

  private static ArticleDraft own(JsonNode object, String sender, JsonArticle.Faults wrong) {
    JsonNode text = object.path("text");
    if (text.isMissingNode() || text.isNull()) {
      wrong.wrong("text", "is missing");
    } else if (text.isTextual() && text.textValue().isBlank()) {
      wrong.wrong("text", "is empty");
    }
    JsonNode id = object.path("id");
    if (!id.isMissingNode() && !id.isNull() && JsonArticle.id(object) == null) {
      wrong.wrong("id", "is neither a number nor a string with something in it");
    }
    ArticleDraft.Builder draft = draft(sender, JsonArticle.id(object), object);
    JsonArticle.fill(object, draft, wrong);
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!FIELDS.contains(name)) {
                draft.warn("\"" + OneLine.quoted(name) + "\" is no field of an article: ignored");
              }
            });
    return draft.build();
  }

  private static ArticleDraft ninjs(JsonNode object, String sender, JsonArticle.Faults wrong) {
    for (String name : NINJS_STRINGS) {
      JsonNode value = object.path(name);
      if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
        wrong.wrong(name, "is a " + JsonArticle.kind(value) + " where a string is expected");
      }
    }
    for (String name : NINJS_TIMES) {
      JsonNode value = object.path(name);
      if (!value.isMissingNode()
          && !(value.isTextual() && StatedTimes.parse(value.textValue()).isPresent())) {
        wrong.wrong(name, OneLine.quoted(value.toString()) + " is no date that can be read");
      }
    }
    String id = Ninjs.id(object).orElse(null);
    ArticleDraft.Builder draft = draft(sender, id, object);
    Ninjs.parse(object, draft);
    if (id != null && !id.startsWith("http")) {
      draft.identity(id);
    }
    ArticleDraft built = draft.build();
    if (built.text().isBlank()) {
      wrong.wrong("body_text", "is missing, and so is every other body");
    }
    return built;
  }

  /** An article without URL and id is known by what it says, so that sending it again is safe. */
  private static ArticleDraft.Builder draft(String sender, @Nullable String id, JsonNode object) {
    String own = id == null ? Ids.sha256(object.toString()) : id;
    return ArticleDraft.builder(
        SourcePosition.wholeFile("push:" + sender), own, "push:" + sender + "#" + own);
  }

  private PushedArticle assemble(ArticleDraft draft, String pointer) throws PushRefusedException {
    try {
      Article article = assembler.assemble(draft);
      if (serializer.serialize(Topics.ARTICLES.name(), article).length
          > Topics.ARTICLES.maxMessageBytes() - ROOM) {
        throw PushRefusedException.fields(
            413, List.of(new Fault(pointer, "", "the article is too long for its topic")));
      }
      return new PushedArticle(article, draft.address());
    } catch (ArticleRejectedException e) {
      throw PushRefusedException.fields(
          413, List.of(new Fault(pointer + "/text", "text", e.rejection().message())));
    }
  }
}
