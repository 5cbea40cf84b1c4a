package dev.dateline.app.print;

import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.EntityType;
import dev.dateline.schemas.avro.Mention;
import dev.dateline.schemas.avro.Place;
import dev.dateline.schemas.avro.Span;
import dev.dateline.schemas.avro.TimeExpression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An annotated article's text, cut wherever an annotation starts or ends. Made for one article. */
final class Marks {

  private final String text;
  private final int @Nullable [] utf16;
  private final List<Mark> marks = new ArrayList<>();

  /**
   * One annotation.
   *
   * @param start first UTF-16 index
   * @param end one past the last
   * @param layer what the stretch is
   * @param claim number of the claim it is a part of, from 1; 0 for none
   * @param note what is known of it, for people
   */
  record Mark(int start, int end, Layer layer, int claim, String note) {}

  /**
   * A stretch of text that the same annotations cover.
   *
   * @param start first UTF-16 index
   * @param end one past the last
   * @param marks the annotations, in the order of their layers
   */
  record Piece(int start, int end, List<Mark> marks) {}

  /** A paragraph, as UTF-16 indexes. */
  record Paragraph(int start, int end) {}

  Marks(EnrichedArticle enriched) {
    text = enriched.getArticle().getText();
    utf16 = text.codePointCount(0, text.length()) == text.length() ? null : utf16(text);
    for (Mention mention : enriched.getMentions()) {
      add(mention.getStart(), mention.getEnd(), layer(mention.getType()), 0, note(mention));
    }
    for (Place place : enriched.getPlaces()) {
      add(place.getStart(), place.getEnd(), Layer.PLACE, 0, note(place));
    }
    for (TimeExpression time : enriched.getTimes()) {
      add(time.getStart(), time.getEnd(), Layer.TIME, 0, note(time));
    }
    int number = 0;
    for (Claim claim : enriched.getClaims()) {
      number++;
      claim(claim, number);
    }
  }

  private void claim(Claim claim, int number) {
    String label = "claim " + number;
    for (Span span : claim.getContent()) {
      add(
          span.getStart(),
          span.getEnd(),
          Layer.CONTENT,
          number,
          label + ": " + ClaimWords.who(claim));
    }
    if (claim.getClaimant() != null) {
      add(
          claim.getClaimant().getStart(),
          claim.getClaimant().getEnd(),
          Layer.CLAIMANT,
          number,
          "says " + label);
    }
    if (claim.getCue() != null) {
      add(
          claim.getCue().getStart(),
          claim.getCue().getEnd(),
          Layer.CUE,
          number,
          "cue of " + label + " (" + claim.getCue().getCueClass() + ")");
    }
  }

  private void add(int start, int end, Layer layer, int claim, String note) {
    marks.add(new Mark(index(start), index(end), layer, claim, note));
  }

  private int index(int codePoint) {
    return utf16 == null ? codePoint : utf16[codePoint];
  }

  private static int[] utf16(String text) {
    int[] indexes = new int[text.codePointCount(0, text.length()) + 1];
    int at = 0;
    for (int i = 0; i < indexes.length; i++) {
      indexes[i] = at;
      at += at < text.length() ? Character.charCount(text.codePointAt(at)) : 0;
    }
    return indexes;
  }

  /** Returns the pieces of a paragraph, in order and without gaps. */
  List<Piece> pieces(Paragraph paragraph) {
    List<Mark> here = new ArrayList<>();
    TreeSet<Integer> cuts = new TreeSet<>(List.of(paragraph.start(), paragraph.end()));
    for (Mark mark : marks) {
      if (mark.start() < paragraph.end() && mark.end() > paragraph.start()) {
        here.add(mark);
        cuts.add(Math.max(paragraph.start(), mark.start()));
        cuts.add(Math.min(paragraph.end(), mark.end()));
      }
    }
    here.sort(Comparator.comparing(Mark::layer));
    List<Piece> pieces = new ArrayList<>();
    int start = paragraph.start();
    for (int end : cuts.tailSet(start, false)) {
      List<Mark> covering = new ArrayList<>();
      for (Mark mark : here) {
        if (mark.start() <= start && mark.end() >= end) {
          covering.add(mark);
        }
      }
      pieces.add(new Piece(start, end, covering));
      start = end;
    }
    return pieces;
  }

  /** Returns the paragraphs; blank ones are left out. */
  List<Paragraph> paragraphs() {
    List<Paragraph> paragraphs = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      if (!text.substring(start, end).isBlank()) {
        paragraphs.add(new Paragraph(start, end));
      }
      start = end + 1;
    }
    return paragraphs;
  }

  /** Returns the text of a piece. */
  String text(Piece piece) {
    return text.substring(piece.start(), piece.end());
  }

  private static Layer layer(EntityType type) {
    return switch (type) {
      case PERSON -> Layer.PERSON;
      case ORGANIZATION -> Layer.ORGANIZATION;
      case LOCATION -> Layer.PLACE;
      case MISC, OTHER -> Layer.NAME;
    };
  }

  private static String note(Mention mention) {
    String type =
        switch (mention.getType()) {
          case PERSON -> "person";
          case ORGANIZATION -> "organisation";
          case LOCATION -> "place name";
          case MISC, OTHER -> "name";
        };
    return mention.getName() == null ? type : type + ": " + mention.getName();
  }

  private static String note(Place place) {
    return "place: "
        + Words.place(place.getName(), place.getAdmin1(), place.getCountry())
        + " "
        + Words.coordinates(place.getLatitude(), place.getLongitude(), place.getPrecision());
  }

  private static String note(TimeExpression time) {
    if (time.getFrom() == null) {
      return "time: not resolved";
    }
    String days = "time: " + Words.days(time.getFrom(), time.getTo());
    return time.getAlternativeFrom() == null
        ? days
        : days + ", or " + Words.days(time.getAlternativeFrom(), time.getAlternativeTo());
  }
}
