package dev.dateline.ingest.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.ingest.parse.JsonArticle;
import dev.dateline.ingest.publish.Outcome;
import dev.dateline.schemas.CloudEvents;
import java.util.Locale;

/** Describes the HTTP interface that takes articles, as an OpenAPI 3.1 document. */
public final class PushApi {

  static final String PATH = "/articles";
  static final String DESCRIPTION = "/openapi.json";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final String PROBLEM = "#/components/schemas/Problem";

  private PushApi() {}

  /** Returns the document; always the same. */
  public static String document() {
    ObjectNode document = JSON.createObjectNode();
    document.put("openapi", "3.1.0");
    ObjectNode info = document.putObject("info");
    info.put("title", "Dateline: push");
    info.put("version", "1");
    info.put(
        "description",
        "Takes articles and publishes each text of each article once to news.articles. A request is"
            + " taken as a whole or not at all, and answered when it is committed to Kafka; sending"
            + " it again is safe.");
    ObjectNode license = info.putObject("license");
    license.put("name", "Apache-2.0");
    license.put("identifier", "Apache-2.0");
    document.putArray("security").addObject().putArray("bearer");
    document.withArray("security").addObject().putArray("key");
    ObjectNode paths = document.putObject("paths");
    paths.putObject(PATH).set("post", push());
    ObjectNode get = paths.putObject(DESCRIPTION).putObject("get");
    get.put("operationId", "describe");
    get.put("summary", "This document.");
    get.putArray("security");
    get.putObject("responses").putObject("200").put("description", "This document.");
    ObjectNode components = document.putObject("components");
    components.set("securitySchemes", security());
    ObjectNode schemas = components.putObject("schemas");
    schemas.set("Article", article());
    schemas.set("Ninjs", ninjs());
    schemas.set("Accepted", accepted());
    schemas.set("Problem", problem());
    try {
      return JSON.writeValueAsString(document) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("writing JSON to memory", e);
    }
  }

  private static ObjectNode push() {
    ObjectNode post = JSON.createObjectNode();
    post.put("operationId", "pushArticles");
    post.put("summary", "Publish one article or many.");
    ObjectNode trace = post.putArray("parameters").addObject();
    trace.put("name", CloudEvents.TRACEPARENT);
    trace.put("in", "header");
    trace.put(
        "description",
        "The sender's trace (W3C Trace Context), which then goes with the articles to everything"
            + " made from them; one that is not well-formed is ignored.");
    trace.putObject("schema").put("type", "string");
    ObjectNode body = post.putObject("requestBody");
    body.put("required", true);
    ArrayNode forms =
        body.putObject("content")
            .putObject("application/json")
            .putObject("schema")
            .putArray("oneOf");
    ObjectNode one = JSON.createObjectNode();
    one.putArray("anyOf").add(reference("Article")).add(reference("Ninjs"));
    ObjectNode many = JSON.createObjectNode();
    many.put("type", "array").put("minItems", 1).set("items", one.deepCopy());
    ObjectNode named = JSON.createObjectNode();
    named.put("type", "object").putArray("required").add("articles");
    named.putObject("properties").set("articles", many.deepCopy());
    forms.add(one).add(many).add(named);
    ObjectNode responses = post.putObject("responses");
    answer(
        responses,
        202,
        "The articles are committed; their receipts in the order they were sent.",
        "application/json",
        "#/components/schemas/Accepted");
    refusal(responses, 400, "Something is wrong with the body; each field that is, is named.");
    refusal(responses, 401, "No key, or one that is not known.");
    refusal(responses, 413, "The body, the batch or an article is too long.");
    refusal(responses, 415, "The body is not JSON.");
    later(refusal(responses, 429, "Too much waits for Kafka: send it again after Retry-After."));
    later(
        refusal(
            responses,
            503,
            "It is not known whether the articles are published: send them again after Retry-After,"
                + " each is published once."));
    return post;
  }

  private static ObjectNode refusal(ObjectNode responses, int status, String description) {
    return answer(responses, status, description, "application/problem+json", PROBLEM);
  }

  private static ObjectNode answer(
      ObjectNode responses, int status, String description, String type, String schema) {
    ObjectNode answer = responses.putObject(Integer.toString(status));
    answer.put("description", description);
    answer.putObject("content").putObject(type).putObject("schema").put("$ref", schema);
    return answer;
  }

  private static void later(ObjectNode answer) {
    ObjectNode header = answer.putObject("headers").putObject("Retry-After");
    header.put("description", "Seconds.");
    header.putObject("schema").put("type", "integer");
  }

  private static ObjectNode security() {
    ObjectNode schemes = JSON.createObjectNode();
    schemes.putObject("bearer").put("type", "http").put("scheme", "bearer");
    schemes.putObject("key").put("type", "apiKey").put("in", "header").put("name", "X-API-Key");
    return schemes;
  }

  private static ObjectNode article() {
    ObjectNode article = JSON.createObjectNode();
    article.put("type", "object");
    article.put(
        "description",
        "An article. Its identity is its URL, else its sender's id, else what it says. Fields of"
            + " other names are ignored with a warning.");
    article.putArray("required").add("text");
    ObjectNode properties = article.putObject("properties");
    for (JsonArticle.Field field : JsonArticle.Field.values()) {
      for (String name : field.names()) {
        ObjectNode property = properties.putObject(name);
        boolean alias = !name.equals(field.names().get(0));
        property.put(
            "description",
            alias ? "The same as \"" + field.names().get(0) + "\"." : field.meaning());
        types(property.putArray("type"), field);
      }
    }
    return article;
  }

  private static void types(ArrayNode types, JsonArticle.Field field) {
    types.add("string");
    switch (field) {
      case ID, PUBLISHED, MODIFIED -> types.add("number").add("null");
      case SOURCE -> types.add("object").add("null");
      case AUTHORS -> types.add("object").add("array").add("null");
      case URL, TITLE, SECTION, LANGUAGE -> types.add("null");
      case TEXT -> {
        // Must be there.
      }
    }
  }

  private static ObjectNode ninjs() {
    ObjectNode ninjs = JSON.createObjectNode();
    ninjs.put("type", "object");
    ninjs.put("description", "News in JSON of the IPTC, version 1 or 2.");
    ninjs.putArray("required").add("uri");
    ninjs.putObject("properties").putObject("uri").put("type", "string");
    ninjs.putObject("externalDocs").put("url", "https://iptc.org/std/ninjs/");
    return ninjs;
  }

  private static ObjectNode accepted() {
    ObjectNode accepted = JSON.createObjectNode();
    accepted.put("type", "object").putArray("required").add("articles");
    ObjectNode articles = accepted.putObject("properties").putObject("articles");
    articles.put("type", "array");
    ObjectNode receipt = articles.putObject("items");
    receipt
        .put("type", "object")
        .putArray("required")
        .add("id")
        .add("revision")
        .add("outcome")
        .add("warnings");
    ObjectNode properties = receipt.putObject("properties");
    properties
        .putObject("id")
        .put("type", "string")
        .put("description", "The article's id in every topic.");
    properties
        .putObject("revision")
        .put("type", "integer")
        .put("description", "The revision that stands now, from 1.");
    ObjectNode outcome = properties.putObject("outcome");
    outcome.put("type", "string");
    outcome.put("description", "What was done: unchanged where this text was published before.");
    ArrayNode outcomes = outcome.putArray("enum");
    for (Outcome one : Outcome.values()) {
      outcomes.add(one.name().toLowerCase(Locale.ROOT));
    }
    ObjectNode warnings = properties.putObject("warnings");
    warnings.put("type", "array").put("description", "What had to be mended, for people.");
    warnings.putObject("items").put("type", "string");
    return accepted;
  }

  private static ObjectNode problem() {
    ObjectNode problem = JSON.createObjectNode();
    problem.put("type", "object");
    problem.put("description", "What is wrong, after RFC 9457.");
    problem.putArray("required").add("status").add("title").add("detail");
    ObjectNode properties = problem.putObject("properties");
    properties.putObject("status").put("type", "integer");
    properties.putObject("title").put("type", "string");
    properties
        .putObject("detail")
        .put("type", "string")
        .put("description", "One line for people: what is wrong, and the mend.");
    ObjectNode errors = properties.putObject("errors");
    errors.put("type", "array").put("description", "Each field that is wrong, up to about twenty.");
    ObjectNode items = errors.putObject("items");
    items.put("type", "object").putArray("required").add("pointer").add("field").add("message");
    ObjectNode error = items.putObject("properties");
    error
        .putObject("pointer")
        .put("type", "string")
        .put("description", "Where it stands in the body, a JSON Pointer (RFC 6901).");
    error
        .putObject("field")
        .put("type", "string")
        .put("description", "Its name; empty for the whole article.");
    error.putObject("message").put("type", "string").put("description", "What is wrong with it.");
    return problem;
  }

  private static ObjectNode reference(String schema) {
    return JSON.createObjectNode().put("$ref", "#/components/schemas/" + schema);
  }
}
