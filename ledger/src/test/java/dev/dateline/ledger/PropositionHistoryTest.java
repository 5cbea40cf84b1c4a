package dev.dateline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schemas.ArticleReferences;
import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.EarlierClaim;
import dev.dateline.schemas.avro.StoredProposition;
import dev.dateline.schemas.avro.Subject;
import dev.dateline.schemas.avro.SubjectClaim;
import dev.dateline.schemas.avro.SubjectKind;
import dev.dateline.streams.testing.SampleRecords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PropositionHistoryTest {

  private static final Instant NOON = Instant.parse("2023-05-23T12:00:00Z");

  @Test
  void orderOfArrivalChangesNothing() {
    List<IncomingClaim> claims = new ArrayList<>();
    for (int number = 0; number < 12; number++) {
      claims.add(incoming("claim-" + number, number * 60L, number % 5 == 3));
    }
    StoredProposition expected = history(claims, 4);

    Random random = new Random(11);
    for (int round = 0; round < 200; round++) {
      Collections.shuffle(claims, random);
      assertThat(history(claims, 4)).isEqualTo(expected);
    }
  }

  @Test
  void listKeepsTheEarliestOfEachPolarityAndTheLatest() {
    List<IncomingClaim> claims = new ArrayList<>();
    for (int number = 0; number < 8; number++) {
      claims.add(incoming("claim-" + number, number, number == 2 || number == 3));
    }

    StoredProposition proposition = history(claims, 4);

    assertThat(proposition.getClaims())
        .extracting(EarlierClaim::getClaimId)
        .containsExactly("claim-0", "claim-2", "claim-6", "claim-7");
    assertThat(proposition.getClaimCount()).isEqualTo(8);
    assertThat(proposition.getFirstSeen()).isEqualTo(NOON);
    assertThat(proposition.getLastSeen()).isEqualTo(NOON.plusSeconds(7));
    assertThat(proposition.getClaim().getId()).isEqualTo("claim-0");
  }

  @Test
  void entryTellsThePropositionInTheWordsOfItsFirstClaim() {
    StoredProposition proposition = history(List.of(incoming("late", 60, false)), 4);
    proposition = PropositionHistory.join(proposition, incoming("early", 0, false), 4);

    var entry = PropositionHistory.entryOf(proposition);

    assertThat(entry.getContent()).isEqualTo("Taxes will rise early");
    assertThat(entry.getClaims()).hasSize(2);
    assertThat(entry.getClaimCount()).isEqualTo(2);
    assertThat(entry.getPropositionId()).isEqualTo("p");
  }

  private static StoredProposition history(List<IncomingClaim> claims, int limit) {
    StoredProposition proposition = PropositionHistory.open("p", claims.get(0));
    for (IncomingClaim claim : claims.subList(1, claims.size())) {
      proposition = PropositionHistory.join(proposition, claim, limit);
    }
    return proposition;
  }

  private static IncomingClaim incoming(String id, long seconds, boolean denied) {
    Instant time = NOON.plusSeconds(seconds);
    Claim claim = SampleRecords.claim(id, "The council", "Taxes will rise " + id);
    return IncomingClaim.of(
        new SubjectClaim(
            new Subject("s", SubjectKind.CLAIMANT, "S"),
            ArticleReferences.of(SampleRecords.article("article-of-" + id, "Text.", time)),
            denied ? SampleRecords.denied(claim) : claim,
            null,
            null,
            false),
        time);
  }
}
