package dev.dateline.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.text.TextSpan;
import dev.dateline.schemas.avro.EntityType;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurfaceTypesTest {

  @Test
  void aSurfaceThatNamesATownIsOneEverywhereInTheArticle() {
    String text = "Rivertown fell. Near Rivertown, he said.";
    NameMention first = mention(text, 0, "Rivertown", EntityType.PERSON);
    NameMention second = mention(text, 5, "Rivertown", EntityType.MISC);

    SurfaceTypes types = new SurfaceTypes(text, List.of(first, second), List.of(second.span()));

    assertThat(types.of(first)).isEqualTo(EntityType.LOCATION);
    assertThat(types.of(second)).isEqualTo(EntityType.LOCATION);
  }

  @Test
  void aFamilyNameOfAPersonNamedInFullStaysAPersons() {
    String text = "Ada Rivertown spoke. Rivertown left.";
    NameMention full = mention(text, 0, "Ada Rivertown", EntityType.PERSON);
    NameMention family = mention(text, 14, "Rivertown", EntityType.PERSON);

    SurfaceTypes types = new SurfaceTypes(text, List.of(full, family), List.of(family.span()));

    assertThat(types.of(family)).isEqualTo(EntityType.PERSON);
  }

  @Test
  void anOrganisationNamedAfterATownStaysOne() {
    String text = "Rivertown won the cup.";
    NameMention club = mention(text, 0, "Rivertown", EntityType.ORGANIZATION);

    assertThat(new SurfaceTypes(text, List.of(club), List.of(club.span())).of(club))
        .isEqualTo(EntityType.ORGANIZATION);
  }

  @Test
  void whatIsAPlaceToTheTaggerMoreOftenThanNotIsOneWithoutAGazetteer() {
    String text = "In Rivertown. Near Rivertown. Rivertown fell.";
    NameMention one = mention(text, 0, "Rivertown", EntityType.LOCATION);
    NameMention two = mention(text, 10, "Rivertown", EntityType.LOCATION);
    NameMention three = mention(text, 27, "Rivertown", EntityType.PERSON);

    assertThat(new SurfaceTypes(text, List.of(one, two, three), List.<TextSpan>of()).of(three))
        .isEqualTo(EntityType.LOCATION);
  }

  private static NameMention mention(String text, int from, String surface, EntityType type) {
    int start = text.indexOf(surface, from);
    return new NameMention(new TextSpan(start, start + surface.length()), type, null);
  }
}
