package dev.dateline.streams.testing;

import dev.dateline.streams.StreamsApplication;
import dev.dateline.streams.StreamsSettings;
import dev.dateline.streams.StreamsTopology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The committed description of a topology, {@code src/test/resources/expected_topology.txt} of its
 * module.
 *
 * <p>A node, store or internal topic that is renamed loses the state and offsets of every running
 * installation; this makes such a change visible in the diff.
 */
public final class TopologyFile {

  private static final Path FILE = Path.of("src/test/resources/expected_topology.txt");
  private static final String COMMIT = "dateline.topology.commit";

  private TopologyFile() {}

  /** Fails, and says how to mend it, when the application's topology is not the committed one. */
  public static void check(StreamsApplication application) {
    String actual =
        StreamsTopology.of(
                application, StreamsSettings.of("localhost:9", Path.of("target/topology-check")))
            .describe()
            .toString();
    try {
      if (Boolean.getBoolean(COMMIT)) {
        Files.writeString(FILE, actual, StandardCharsets.UTF_8);
      }
      String expected = Files.exists(FILE) ? Files.readString(FILE, StandardCharsets.UTF_8) : "";
      if (!actual.equals(expected)) {
        throw new AssertionError(
            "The topology of "
                + application.applicationId()
                + " is not the one committed in "
                + FILE
                + ". Renamed nodes, stores and internal topics lose their state: if the change is meant,"
                + " run this test again with -D"
                + COMMIT
                + "=true and commit the file.\nCommitted:\n"
                + expected
                + "\nNow:\n"
                + actual);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + FILE.toAbsolutePath(), e);
    }
  }
}
