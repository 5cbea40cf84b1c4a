package dev.dateline.enrich.names.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabelsTest {

  @Test
  void aNameOpensAndClosesOnce() {
    int first = Labels.of(NameType.PER, 0, 3);
    int inner = Labels.of(NameType.PER, 1, 3);
    int last = Labels.of(NameType.PER, 2, 3);
    int only = Labels.of(NameType.LOC, 0, 1);

    assertThat(Labels.mayFollow(first, inner)).isTrue();
    assertThat(Labels.mayFollow(inner, last)).isTrue();
    assertThat(Labels.mayFollow(last, only)).isTrue();
    assertThat(Labels.mayFollow(first, Labels.OUTSIDE)).isFalse();
    assertThat(Labels.mayFollow(Labels.OUTSIDE, last)).isFalse();
    assertThat(Labels.mayFollow(first, Labels.of(NameType.ORG, 2, 3))).isFalse();
  }

  @Test
  void aLabelKnowsItsType() {
    for (NameType type : NameType.values()) {
      for (int offset = 0; offset < 3; offset++) {
        assertThat(Labels.type(Labels.of(type, offset, 3))).isEqualTo(type);
      }
    }
  }
}
