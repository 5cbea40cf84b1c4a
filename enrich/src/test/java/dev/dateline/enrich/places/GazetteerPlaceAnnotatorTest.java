package dev.dateline.enrich.places;

import static dev.dateline.enrich.places.Annotated.ANNOTATOR;
import static dev.dateline.enrich.places.Annotated.document;
import static dev.dateline.enrich.places.Annotated.mention;
import static dev.dateline.enrich.places.Annotated.names;
import static dev.dateline.enrich.places.Annotated.places;
import static dev.dateline.enrich.places.Annotated.summary;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.names.Names;
import dev.dateline.enrich.text.TextSpan;
import dev.dateline.schemas.avro.EntityType;
import dev.dateline.schemas.avro.PlacePrecision;
import dev.dateline.schemas.avro.PlaceReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GazetteerPlaceAnnotatorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The fire began in Long Beach, California. | Long Beach = Long Beach, US",
        "He was born in Paris, Texas, in 1950. | Paris = Paris, US",
        "She moved to Paris last year. | Paris = Paris, FR",
        "Troops entered the Belgorod region on Monday. | Belgorod region = Belgorod Oblast, RU",
        "Shelling hit the Lugansk Oblast. | Lugansk Oblast = Luhansk Oblast, UA",
        "Shelling hit the Donetsk region. | Donetsk region = Donetsk Oblast, UA",
        "A bomb went off in Donetsk. | Donetsk = Donetsk, UA",
        "He lives in Scott County, Indiana. | Scott County = Scott County, US",
        "The factory in Reston, Va., was closed. | Reston = Reston, US",
        "KYIV, May 23 (Reuters) - Troops moved. | KYIV = Kyiv, UA",
        "A court in the UAE ruled on it. | UAE = United Arab Emirates, AE",
        "Russia's Belgorod was shelled. | Belgorod = Belgorod, RU",
        "The state of New South Wales is dry. | New South Wales = New South Wales, AU",
        "Fighting in the Donbas went on. | Donbas = Donbas, UA",
        "Fighting near Bachmut went on. | Bachmut = Bakhmut, UA",
        "Aid reached the Gaza Strip. | Gaza Strip = Gaza Strip, PS",
        "The flood hit St. Louis, Missouri. | St. Louis = St. Louis, US"
      })
  void aPlaceIsResolvedByWhatStandsBesideIt(String text, String expected) {
    assertThat(summary(text)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Shelling hit Enerhodar, Ukraine. | Enerhodar = Energodar, UA",
        "Troops near Huliaipole in Ukraine held out. | Huliaipole = Hulyaypole, UA",
        "Troops near Hulyaipole in Ukraine held out. | Hulyaipole = Hulyaypole, UA",
        "Troops near Huljajpole in Ukraine held out. | Huljajpole = Hulyaypole, UA",
        "Troops near Bila Krynytsia in Ukraine held out. | Bila Krynytsia = Bila Krynytsya, UA"
      })
  void aSpellingTheGazetteerDoesNotListLeadsToTheTown(String text, String expected) {
    assertThat(summary(text)).contains(expected);
  }

  @Test
  void aTownTakenForAPersonIsATownWhereNobodyOfThatNameIsNamedInFull() {
    String text = "Ukraine's army denied that Huliaipole had fallen. Zaporizhzhia was shelled.";
    String person =
        "Ukraine's army denied that Anna Huliaipole had fallen. Zaporizhzhia was shelled.";

    assertThat(
            found(
                text,
                names(
                    mention(text, "Huliaipole", EntityType.PERSON),
                    mention(text, "Zaporizhzhia", EntityType.LOCATION))))
        .contains("Huliaipole = Hulyaypole, UA");
    assertThat(
            found(
                person,
                names(
                    mention(person, "Anna Huliaipole", EntityType.PERSON),
                    mention(person, "Zaporizhzhia", EntityType.LOCATION))))
        .doesNotContain("Huliaipole = Hulyaypole, UA");
  }

  private static List<String> found(String text, Names names) {
    return ANNOTATOR.annotate(document(text), names).places().stream()
        .map(place -> summary(text, place))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "They live at the end of Warsaw Avenue. | Warsaw",
        "She studied at Texas A&M University. | Texas",
        "He told the Toronto Star about it. | Toronto",
        "The Boston Globe reported on it. | Boston",
        "An interview with Paris Hilton was printed. | Paris",
        "Police said the man fled. | Police",
        "Ukrainian troops met French officers. | Ukrainian",
        "They cost US$5 million. | US",
        "Mr. London declined to comment. | London",
        "They signed the Paris Agreement. | Paris",
        "The meeting is in March. | March",
        "An outbreak of Hong Kong flu began. | Hong Kong",
        "They told us so. | us"
      })
  void streetsOrganisationsPersonsAndWordsAreNoPlace(String text, String surface) {
    assertThat(places(text).places())
        .extracting(place -> place.span().of(text))
        .doesNotContain(surface);
  }

  @Test
  void aRegionNeverGetsTheCoordinatesAndPrecisionOfATown() {
    PlaceReference region = only("Shelling hit the Kharkiv region.");

    assertThat(region.getPrecision()).isEqualTo(PlacePrecision.ADMIN1);
    assertThat(only("Shelling hit Kharkiv.").getPrecision()).isEqualTo(PlacePrecision.SETTLEMENT);
    assertThat(only("The Sahel is dry.").getPrecision()).isEqualTo(PlacePrecision.REGION);
    assertThat(only("He was in Marion County, Oregon, then.").getPrecision())
        .isEqualTo(PlacePrecision.ADMIN2);
  }

  @Test
  void laterMentionsFollowTheOneNamedInFull() {
    String text =
        "The fire broke out in Springfield, Massachusetts. Firemen in Springfield said so.";

    assertThat(places(text).places())
        .filteredOn(place -> place.span().of(text).equals("Springfield"))
        .hasSize(2)
        .allMatch(place -> "Massachusetts".equals(place.place().getAdmin1()));
  }

  @Test
  void otherPlacesOfTheArticleDecideBetweenNamesakes() {
    assertThat(summary("Officers from Tbilisi and Batumi met in Georgia."))
        .contains("Georgia = Georgia, GE");
    assertThat(summary("Officers from Savannah, Augusta and Macon met in Georgia and Alabama."))
        .contains("Georgia = Georgia, US");
    assertThat(summary("Cases were found in Washington, Oregon and Idaho."))
        .contains("Washington = Washington, US")
        .doesNotContain("Washington = Washington, D.C., US");
  }

  @Test
  void headlineAndPublisherDecideBetweenNamesakes() {
    String text = "The council of Birmingham met on Monday.";

    assertThat(country(text, "Alabama braces for storms", null)).isEqualTo("Alabama");
    assertThat(country(text, null, "news.example.co.uk")).isEqualTo("England");
  }

  private static String country(String text, @Nullable String title, @Nullable String source) {
    return String.valueOf(
        ANNOTATOR
            .annotate(document(text, title, source), names())
            .places()
            .get(0)
            .place()
            .getAdmin1());
  }

  @Test
  void theTaggerTurnsDoubtfulCases() {
    String text = "Jordan was late again.";

    assertThat(
            ANNOTATOR
                .annotate(document(text), names(mention(text, "Jordan", EntityType.PERSON)))
                .places())
        .isEmpty();
    assertThat(
            ANNOTATOR
                .annotate(document(text), names(mention(text, "Jordan", EntityType.LOCATION)))
                .places())
        .hasSize(1);
  }

  @Test
  void anUnknownNameLeavesTheOthersAlone() {
    assertThat(summary("He went from Xyzzyville to Paris and Qwertytown."))
        .containsExactly("Paris = Paris, FR");
  }

  @Test
  void theFocusIsTheNarrowPlaceNamedMost() {
    Places places =
        places(
            "Ukraine fights on. Bakhmut is in ruins. Ukraine said Bakhmut holds. Russia denied it.");

    assertThat(places.focus()).isNotNull();
    assertThat(String.valueOf(places.focus())).contains("Bakhmut");
    assertThat(places("Nothing happened here.").focus()).isNull();
  }

  @Test
  void confidenceIsAShareAndHigherWhereTheTextIsExplicit() {
    ResolvedPlace vague = places("It was in Springfield.").places().get(0);
    ResolvedPlace explicit = places("It was in Springfield, Illinois.").places().get(0);

    assertThat(vague.confidence()).isBetween(0.0, 1.0);
    assertThat(explicit.confidence()).isBetween(vague.confidence(), 1.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n\n",
        ",",
        "U.S.",
        "St.",
        "Paris,",
        "é",
        "\uD83D\uDE00 Paris \uD83D\uDE00",
        "Of the"
      })
  void anyTextGivesSpansInOrderThatDoNotOverlap(String text) {
    int end = 0;
    for (ResolvedPlace place : places(text).places()) {
      assertThat(place.span().start()).isGreaterThanOrEqualTo(end);
      end = place.span().end();
      assertThat(end).isLessThanOrEqualTo(text.length());
    }
  }

  @Test
  void anExplanationNamesTheCandidatesAndWhyOneWon() {
    String text = "He was born in Paris, Texas.";

    List<PlaceExplanation> explanations = ANNOTATOR.explain(document(text), names());

    PlaceExplanation paris = explanations.get(0);
    assertThat(paris.text()).isEqualTo("Paris");
    assertThat(paris.isPlace()).isTrue();
    assertThat(paris.candidates()).hasSizeGreaterThan(5);
    assertThat(paris.candidates().get(0).place().getAdmin1()).isEqualTo("Texas");
    assertThat(paris.candidates().get(0).reasons())
        .extracting(PlaceExplanation.Weight::reason)
        .contains("inside the place named after it");
    assertThat(paris.evidence()).isNotEmpty();
  }

  @Test
  void anExplanationLeavesOutOrdinaryWordsThatNothingMakesANameOf() {
    assertThat(ANNOTATOR.explain(document("Police said no. But in May they did."), names()))
        .isEmpty();
    String town = "She left Police, Poland.";
    assertThat(
            ANNOTATOR.explain(document(town), names(mention(town, "Police", EntityType.LOCATION))))
        .extracting(PlaceExplanation::text)
        .contains("Police");
  }

  @Test
  void eightThreadsGetTheSameAsOne() throws InterruptedException, ExecutionException {
    String text =
        "Officers from Tbilisi met in Paris, Texas, and the Donetsk region. Jordan and Kyiv agreed.";
    Places alone = places(text);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Places>> results = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        results.add(threads.submit(() -> places(text)));
      }
      for (Future<Places> result : results) {
        assertThat(result.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void noFixedPhraseIsAPlace() {
    for (String phrase : Table.lines("fixed-phrases.txt")) {
      String text = "He wrote about the " + phrase + ".";
      TextSpan first = new TextSpan(19, 19 + phrase.split("[ -]", 2)[0].length());
      assertThat(places(text).places()).as(phrase).noneMatch(place -> place.span().equals(first));
    }
  }

  private static PlaceReference only(String text) {
    return places(text).places().get(0).place();
  }
}
