package dev.dateline.enrich.names.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanRepairTest {

  private static final NameLists LISTS = lists();

  @Test
  void aPlaceAndTheRegionOrCountryItIsInAreTwoNames() {
    assertThat(repaired("He is from [LOC San Diego California] ."))
        .containsExactly("LOC San Diego", "LOC California");
    assertThat(repaired("[LOC Lyon France] is far .")).containsExactly("LOC Lyon", "LOC France");
  }

  @Test
  void aPlaceThatIsCalledAfterARegionStaysWhole() {
    assertThat(repaired("[LOC Baja California] is dry .")).containsExactly("LOC Baja California");
    assertThat(repaired("[LOC Northern California] is dry ."))
        .containsExactly("LOC Northern California");
  }

  @Test
  void aPersonAsAddressBooksWriteItIsOneName() {
    assertThat(repaired("\" [PER Cooper] , [PER Anne] \" < a.cooper@example.com >"))
        .containsExactly("PER Cooper , Anne");
    assertThat(repaired("They saw [PER Cooper] , [PER Anne] and a dog ."))
        .containsExactly("PER Cooper", "PER Anne");
  }

  @Test
  void aSignatureEndsWhereTheNextLetterOpens() {
    assertThat(repaired("See you . [PER Anne Dear] All , it rains .")).containsExactly("PER Anne");
    assertThat(repaired("Best , [PER Anne Attached] is a map .")).containsExactly("PER Anne");
  }

  @Test
  void whoSignsAndWhoIsSpokenToNextAreTwoPersons() {
    assertThat(repaired("It is late . [PER Anne Cooper Mark] , Please call ."))
        .containsExactly("PER Anne Cooper", "PER Mark");
  }

  @Test
  void aPossessiveStaysOutside() {
    assertThat(repaired("[PER Anne 's] dog barked .")).containsExactly("PER Anne");
    assertThat(repaired("[ORG Gazprom 's] board met .")).containsExactly("ORG Gazprom");
    assertThat(repaired("[LOC Turkey 's] president spoke .")).containsExactly("LOC Turkey");
  }

  @Test
  void aHouseThatIsCalledByItsOwnerKeepsItsPossessive() {
    assertThat(repaired("We ate at [LOC Kelly 's] in May .")).containsExactly("LOC Kelly 's");
    assertThat(repaired("We ate at [ORG McDonald 's] .")).containsExactly("ORG McDonald 's");
  }

  private static NameLists lists() {
    NameLists.Builder lists = new NameLists.Builder();
    lists.add("city", "San Diego");
    lists.add("city", "Lyon");
    lists.add("region", "California");
    lists.add("region", "Baja California");
    lists.add("country", "France");
    lists.add("given", "Anne");
    lists.add("given", "Mark");
    return lists.build();
  }

  /** Reads "[LOC Lyon] is far ." and returns the names put right, each as "LOC Lyon". */
  private static List<String> repaired(String marked) {
    List<String> words = new ArrayList<>();
    List<NameTagger.TokenSpan> spans = new ArrayList<>();
    NameType type = NameType.MISC;
    int first = 0;
    for (String piece : marked.split(" ", -1)) {
      if (piece.startsWith("[")) {
        type = NameType.valueOf(piece.substring(1));
        first = words.size();
      } else if (piece.endsWith("]")) {
        words.add(piece.substring(0, piece.length() - 1));
        spans.add(new NameTagger.TokenSpan(first, words.size(), type));
      } else {
        words.add(piece);
      }
    }
    TokenTable table =
        new TokenTable(
            Collections.singletonList(words.toArray(new String[0])),
            WordClusters.none(),
            WordGroups.none(),
            LISTS);
    return new SpanRepair()
        .repair(spans, table).stream()
            .map(
                span ->
                    span.type() + " " + String.join(" ", words.subList(span.first(), span.end())))
            .toList();
  }
}
