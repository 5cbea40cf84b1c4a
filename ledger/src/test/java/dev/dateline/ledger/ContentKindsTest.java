package dev.dateline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.ContentWord;
import dev.dateline.schemas.avro.PartOfSpeech;
import dev.dateline.schemas.avro.Span;
import dev.dateline.streams.testing.SampleRecords;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentKindsTest {

  @Test
  void tagsFindTheirWordsAcrossStretchesAndBeyondTheBasicPlane() {
    Claim claim = SampleRecords.claim("c", "Ada Ferreira", "any");
    claim.setContent(List.of(new Span(10, 17, "𝒜 troops"), new Span(40, 49, "left Kyiv")));
    claim.setWords(
        List.of(
            new ContentWord(10, PartOfSpeech.DET),
            new ContentWord(12, PartOfSpeech.NOUN),
            new ContentWord(40, PartOfSpeech.VERB),
            new ContentWord(45, PartOfSpeech.PROPN)));

    assertThat(ContentKinds.of(claim, NormalisedContent.wordsOf(claim))).endsWith("NVP");
  }

  @Test
  void untaggedClaimHasNoKinds() {
    Claim claim = SampleRecords.claim("c", "Ada Ferreira", "troops left the town");

    assertThat(ContentKinds.of(claim, NormalisedContent.wordsOf(claim))).isEmpty();
  }
}
