package dev.dateline.sink.watch;

import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.Claimant;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.Entity;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.Place;
import dev.dateline.schemas.avro.PlaceReference;
import dev.dateline.schemas.avro.Span;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.jspecify.annotations.Nullable;

/** Makes what a query is matched against. Thread-safe. */
final class WatchDocuments {

  private static final String ENGLISH = "en";

  private WatchDocuments() {}

  static Document of(JudgedClaim judged) {
    Claim claim = judged.getClaim();
    Document document = new Document();
    word(document, WatchField.TYPE, "claim");
    word(document, WatchField.VERDICT, judged.getVerdict().name());
    word(document, WatchField.POLARITY, claim.getPolarity().name());
    word(document, WatchField.HEDGE, claim.getHedge().name());
    word(document, WatchField.LANGUAGE, ENGLISH);
    if (claim.getCue() != null) {
      word(document, WatchField.CUE, claim.getCue().getCueClass().name());
    }
    for (Span content : claim.getContent()) {
      text(document, WatchField.TEXT, content.getText());
    }
    if (claim.getSentence() != null) {
      text(document, WatchField.TEXT, claim.getSentence().getText());
    }
    if (claim.getClaimant() != null) {
      claimant(document, claim.getClaimant());
    }
    claim.getEntityIds().forEach(id -> entity(document, id));
    claim.getPlaces().forEach(place -> place(document, place));
    text(document, WatchField.SOURCE, judged.getArticle().getSource());
    return document;
  }

  static Document of(EnrichedArticle enriched) {
    Document document = new Document();
    word(document, WatchField.TYPE, "article");
    word(document, WatchField.LANGUAGE, enriched.getLanguage());
    text(document, WatchField.TEXT, enriched.getArticle().getTitle());
    text(document, WatchField.TEXT, enriched.getArticle().getText());
    for (Entity entity : enriched.getEntities()) {
      entity(document, entity.getId());
      text(document, WatchField.ENTITY, entity.getName());
      entity.getVariants().forEach(variant -> text(document, WatchField.ENTITY, variant));
    }
    for (Place place : enriched.getPlaces()) {
      word(document, WatchField.PLACE_ID, place.getPlaceId());
      text(document, WatchField.PLACE, place.getName());
      text(document, WatchField.PLACE, place.getText());
      text(document, WatchField.PLACE, place.getAdmin1());
      word(document, WatchField.COUNTRY, place.getCountry());
      Circle.add(document, place.getLatitude(), place.getLongitude());
    }
    text(document, WatchField.SOURCE, enriched.getArticle().getSource());
    return document;
  }

  private static void claimant(Document document, Claimant claimant) {
    text(document, WatchField.CLAIMANT, claimant.getName());
    text(document, WatchField.CLAIMANT, claimant.getText());
    text(document, WatchField.CLAIMANT, claimant.getAffiliation());
    text(document, WatchField.ROLE, claimant.getRole());
    text(document, WatchField.ENTITY, claimant.getName());
    if (claimant.getEntityId() != null) {
      entity(document, claimant.getEntityId());
    }
  }

  /** An id is readable: "person:putin-vladimir" are its words. */
  private static void entity(Document document, String id) {
    word(document, WatchField.ENTITY_ID, id);
    text(document, WatchField.ENTITY, id.substring(id.indexOf(':') + 1).replace('-', ' '));
  }

  private static void place(Document document, PlaceReference place) {
    word(document, WatchField.PLACE_ID, place.getPlaceId());
    text(document, WatchField.PLACE, place.getName());
    text(document, WatchField.PLACE, place.getAdmin1());
    word(document, WatchField.COUNTRY, place.getCountry());
    Circle.add(document, place.getLatitude(), place.getLongitude());
  }

  private static void text(Document document, WatchField field, @Nullable String value) {
    if (value != null) {
      document.add(new TextField(field.key(), value, Field.Store.NO));
    }
  }

  private static void word(Document document, WatchField field, @Nullable String value) {
    if (value != null) {
      document.add(new TextField(field.key(), value, Field.Store.NO));
    }
  }
}
