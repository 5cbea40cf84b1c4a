package dev.dateline.enrich.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.names.NameMention;
import dev.dateline.enrich.names.NamedEntity;
import dev.dateline.enrich.names.Names;
import dev.dateline.enrich.places.Places;
import dev.dateline.enrich.text.Budget;
import dev.dateline.enrich.text.Sentence;
import dev.dateline.enrich.text.TextDocument;
import dev.dateline.enrich.text.TextSpan;
import dev.dateline.enrich.text.Token;
import dev.dateline.enrich.times.Times;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a claim says beside its content, and what no input may do to the annotator. */
class ClaimDetailsTest {

  private static final int TWO_MEGABYTES = 2_000_000;

  private static final int LONGEST_SENTENCE = 200;

  private static final Names NO_NAMES =
      new Names() {
        @Override
        public List<NameMention> mentions() {
          return List.of();
        }

        @Override
        public List<NamedEntity> entities() {
          return List.of();
        }

        @Override
        public Optional<NamedEntity> resolve(TextSpan phrase) {
          return Optional.empty();
        }
      };

  @Test
  void theOutletIsNeverTheClaimant() {
    String text = "The Halifax Ledger said the bridge was closed.";

    assertThat(ClaimFixture.claims(text, "Halifax Ledger", null)).isEmpty();
    assertThat(ClaimFixture.claims(text, "Other Post", null)).hasSize(1);
  }

  @Test
  void aQuotationWhoseSpeakerStandsInTheSentenceBeforeIsHeldAgainstTheOutletToo() {
    String text =
        "“The harbour is closed for good,” said Anna Kovach, the head of the dockers’ union. “Never.”";

    List<FoundClaim> claims = ClaimFixture.claims(text, "Halifax Ledger", null);

    assertThat(claims).isNotEmpty();
    assertThat(claims)
        .allSatisfy(
            claim ->
                assertThat(Objects.requireNonNull(claim.claimant()).span().of(text))
                    .startsWith("Anna Kovach"));
  }

  @Test
  void anAgencyThatPassesOnAStatementEndsTheChain() {
    FoundClaim claim =
        ClaimFixture.claims("Reuters reported that Governor Haidai said the town was surrounded.")
            .get(0);

    assertThat(claim.chain()).hasSize(1);
    assertThat(claim.chain().get(0).span()).isEqualTo(new TextSpan(0, 7));
  }

  @Test
  void theTimeInsideTheContentCountsBeforeTheTimeOfSpeaking() {
    LocalDate thursday = LocalDate.of(2024, 5, 16);
    String told = "The ministry said on Wednesday that the dam had burst on Monday.";
    String plain = "The ministry said on Wednesday that the dam had burst.";

    assertThat(ClaimFixture.claims(told, null, thursday).get(0).from()).isEqualTo("2024-05-13");
    assertThat(ClaimFixture.claims(plain, null, thursday).get(0).from()).isEqualTo("2024-05-15");
  }

  @Test
  void numbersAreRangesWithUnits() {
    assertThat(numbers("The army said more than 70 fighters died."))
        .containsExactly("70.0..null fighters");
    assertThat(numbers("The army said fewer than 500 civilians remained."))
        .containsExactly("null..500.0 civilians");
    assertThat(numbers("The army said it moved 200 to 400 metres."))
        .containsExactly("200.0..400.0 metres");
    assertThat(numbers("The bank said it lost $5 million."))
        .containsExactly("5000000.0..5000000.0 dollars");
    assertThat(numbers("The mayor said dozens of houses burned."))
        .containsExactly("24.0..99.0 houses");
    assertThat(numbers("The agency said prices rose 12.5 percent."))
        .containsExactly("12.5..12.5 percent");
    assertThat(numbers("The ministry said twenty-five tanks were lost."))
        .containsExactly("25.0..25.0 tanks");
  }

  @Test
  void rolesAreSplitFromTheirOwners() {
    assertThat(role("Kenya's health minister, Grace Wanjiru, said the outbreak was over."))
        .isEqualTo("health minister of Kenya");
    assertThat(role("Ivan Petrov, a spokesman for the navy, said the ship had sunk."))
        .isEqualTo("spokesman of navy");
  }

  @Test
  void tenThousandNestedQuotationMarksTakeLinearTime() {
    finishesSoon("“He said ".repeat(10_000) + "it”".repeat(10_000));
    finishesSoon("'a said ".repeat(10_000));
    finishesSoon("‘a “b \"c «d said ".repeat(5_000));
    finishesSoon("\"".repeat(20_000));
  }

  @Test
  void twoMegabytesWithoutAStopTakeLinearTime() {
    finishesSoon(TWO_MEGABYTES / 23, "the", "minister", "said", "that");
    finishesSoon(TWO_MEGABYTES / 18, "claims", "that", "said", ",");
    finishesSoon(TWO_MEGABYTES / 20, "he", "and", "she", "said", ",", "who");
  }

  @Test
  void rightToLeftTextAndNoPunctuationGiveNothingBad() {
    finishesSoon("قال الوزير «إن الجسر مغلق» ".repeat(2_000));
    finishesSoon("אמר השר \"הגשר סגור\" ".repeat(2_000));
  }

  @Test
  void everySpanOfRandomWordsLiesInsideTheText() {
    Random random = new Random(20240516);
    String[] words = {
      "said",
      "that",
      "the",
      "minister",
      ",",
      ".",
      "“",
      "”",
      "\"",
      "'",
      "‘",
      "’",
      "–",
      "he",
      "according",
      "to",
      "Smith",
      "claims",
      ":",
      "and",
      "but",
      "who",
      "denied",
      "accused",
      "of",
      "\n",
      "adding",
      "it",
      "was",
      "😀",
      "told"
    };
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 60; i++) {
        text.append(words[random.nextInt(words.length)]).append(random.nextInt(4) == 0 ? "" : " ");
      }
      String whole = text.toString();
      for (FoundClaim claim : ClaimFixture.claims(whole)) {
        assertThat(claim.content()).isNotEmpty();
        for (TextSpan span : claim.content()) {
          assertThat(span.end()).isLessThanOrEqualTo(whole.length());
          assertThat(span.length()).isPositive();
        }
      }
    }
  }

  private static void finishesSoon(String text) {
    finishesSoon(ClaimFixture.document(text, Budget.unlimited()));
  }

  /** Repeats words in sentences as long as the analyzer ever makes them, tagged without a model. */
  private static void finishesSoon(int rounds, String... words) {
    List<Sentence> sentences = new ArrayList<>();
    List<Token> all = new ArrayList<>();
    List<Token> tokens = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rounds * words.length; i++) {
      String word = words[i % words.length];
      tokens.add(new Token(text.length(), text.length() + word.length(), word, pos(word)));
      text.append(word).append(' ');
      if (tokens.size() == LONGEST_SENTENCE) {
        sentences.add(new Sentence(tokens.get(0).start(), text.length() - 1, 0, tokens));
        all.addAll(tokens);
        tokens.clear();
      }
    }
    finishesSoon(
        new TextDocument(text.toString(), null, null, null, sentences, all, Budget.unlimited()));
  }

  private static String pos(String word) {
    return switch (word) {
      case "the" -> "DET";
      case "said" -> "VERB";
      case "that" -> "SCONJ";
      case "and" -> "CCONJ";
      case "," -> "PUNCT";
      case "he", "she", "who" -> "PRON";
      default -> "NOUN";
    };
  }

  private static void finishesSoon(TextDocument document) {
    long start = System.nanoTime();
    List<FoundClaim> claims =
        ClaimFixture.annotator()
            .annotate(document, NO_NAMES, new Places(List.of(), null), new Times(null, List.of()));
    assertThat(claims).allSatisfy(claim -> assertThat(claim.content()).isNotEmpty());
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
  }

  private static List<String> numbers(String text) {
    return ClaimFixture.claims(text).stream()
        .flatMap(claim -> claim.quantities().stream())
        .map(number -> number.low() + ".." + number.high() + " " + number.unit())
        .toList();
  }

  private static String role(String text) {
    FoundClaim.Speaker speaker =
        Objects.requireNonNull(ClaimFixture.claims(text).get(0).claimant());
    return speaker.role() + " of " + speaker.affiliation();
  }
}
