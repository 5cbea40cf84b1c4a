package dev.dateline.enrich.names.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class WordGroupsTest {

  @Test
  void aWordIsKnownWhateverItsCapitals() {
    WordGroups groups = groups();

    assertThat(views(groups, "london")).containsExactly(5, 701, 1, 1, 1);
    assertThat(views(groups, "LONDON")).containsExactly(5, 701, 1, 1, 1);
  }

  @Test
  void aFormWithCapitalsCanHaveVectorsOfItsOwnAndTheTreeOfTheWord() {
    assertThat(views(groups(), "will")).containsExactly(1, 1, 1, 2, 2);
    assertThat(views(groups(), "Will")).containsExactly(128, 1024, 1, 2, 2);
  }

  @Test
  void whatIsNotKnownIsZero() {
    assertThat(views(groups(), "Xyzzy")).containsExactly(0, 0, 0, 0, 0);
    assertThat(views(groups(), "treeonly")).containsExactly(0, 0, 2, 3, 3);
  }

  @Test
  void groupsReadAsTheyWereWritten() throws IOException {
    byte[] written = bytes(groups());
    WordGroups read = WordGroups.readAll(new ByteArrayInputStream(written));

    assertThat(bytes(read)).isEqualTo(written);
    assertThat(read.size()).isEqualTo(groups().size());
    assertThat(views(read, "Will")).isEqualTo(views(groups(), "Will"));
  }

  private static WordGroups groups() {
    WordGroups.Builder groups = new WordGroups.Builder();
    groups.add("london", 4, 700, "10101010110");
    groups.add("will", 0, 0, "101011");
    groups.addForm("Will", 127, 1023);
    groups.add("treeonly", -1, -1, "0011");
    return groups.build();
  }

  private static int[] views(WordGroups groups, String word) {
    int packed = groups.packed(Hashing.exact(word), Hashing.lowerCase(word));
    int[] views = new int[WordGroups.VIEWS];
    for (int view = 0; view < views.length; view++) {
      views[view] = groups.view(packed, view);
    }
    return views;
  }

  private static byte[] bytes(WordGroups groups) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    groups.writeAll(out);
    return out.toByteArray();
  }
}
