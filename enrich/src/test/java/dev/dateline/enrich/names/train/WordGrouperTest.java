package dev.dateline.enrich.names.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordGrouperTest {

  private Path vectors = Path.of("");
  private Path tree = Path.of("");

  @BeforeEach
  void writeMaps(@TempDir Path directory) throws IOException {
    HashMap<String, float[]> byWord = new HashMap<>();
    byWord.put("Lyon", new float[] {1, 0.1f, 0});
    byWord.put("Turin", new float[] {1, 0, 0.1f});
    byWord.put("will", new float[] {0, 1, 0});
    byWord.put("Will", new float[] {0, 0, 1});
    byWord.put("so-so", new float[] {1, 1, 1});
    HashMap<String, HashSet<String>> places = new HashMap<>();
    places.put("lyon", new HashSet<>(Set.of("10", "1011", "101")));
    places.put("turin", new HashSet<>(Set.of("1010")));
    places.put("will", new HashSet<>(Set.of("00")));
    places.put("so-so", new HashSet<>(Set.of("01")));
    vectors = write(directory.resolve("vectors"), byWord);
    tree = write(directory.resolve("tree"), places);
  }

  @Test
  void wordsThatNoTokenCanBeAreLeftOut() throws IOException {
    assertThat(grouper().group(vectors, tree).size()).isEqualTo(3);
  }

  @Test
  void theSameFilesGiveTheSameBytes() throws IOException {
    assertThat(bytes()).isEqualTo(bytes());
  }

  @Test
  void vectorsOfOneDirectionAreOneGroup() {
    List<float[]> points =
        List.of(
            new float[] {1, 0, 0},
            new float[] {0, 3, 0},
            new float[] {9, 0.2f, 0},
            new float[] {0, 5, 0.1f});

    int[] groups = new SphericalMeans(2, line -> {}).group(points);

    assertThat(groups[2]).isEqualTo(groups[0]);
    assertThat(groups[3]).isEqualTo(groups[1]).isNotEqualTo(groups[0]);
  }

  @Test
  void aFileThatIsNoSuchMapIsToldByItsName(@TempDir Path directory) throws IOException {
    Path list = write(directory.resolve("list"), new HashSet<>(Set.of("a")));
    Path packed = Files.writeString(directory.resolve("packed.xz"), "7zXZ and more");

    assertThatThrownBy(() -> grouper().group(list, tree))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("list: not a serialised map");
    assertThatThrownBy(() -> grouper().group(packed, tree))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("packed.xz: not a serialised map");
  }

  @Test
  void aFileThatBringsClassesOfItsOwnIsRefused(@TempDir Path directory) throws IOException {
    Path hostile = write(directory.resolve("hostile"), new java.io.File("x"));

    assertThatThrownBy(() -> grouper().group(hostile, tree))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("hostile: not a serialised map");
  }

  private byte[] bytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    grouper().group(vectors, tree).writeAll(out);
    return out.toByteArray();
  }

  private static WordGrouper grouper() {
    return new WordGrouper(line -> {});
  }

  private static Path write(Path file, Serializable value) throws IOException {
    try (OutputStream stream = Files.newOutputStream(file);
        ObjectOutputStream out = new ObjectOutputStream(stream)) {
      out.writeObject(value);
    }
    return file;
  }
}
