package dev.dateline.ingest.push;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may push: each sender's name with its key.
 *
 * <p>In the file a line is a name, white space, and the key; empty lines and those that start with
 * {@code #} say nothing. Immutable.
 */
public final class PushKeys {

  /** Fewest characters of a key. */
  public static final int SHORTEST = 20;

  private record Sender(String name, String key) {}

  private final List<Sender> senders;

  private PushKeys(List<Sender> senders) {
    this.senders = List.copyOf(senders);
  }

  /**
   * Reads a file.
   *
   * @throws IOException with one line for people where it cannot be read or holds no keys
   */
  public static PushKeys read(Path file) throws IOException {
    return parse(Files.readAllLines(file, StandardCharsets.UTF_8));
  }

  /** Reads the lines of a file. */
  static PushKeys parse(List<String> lines) throws IOException {
    List<Sender> senders = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split("\\s+", -1);
      String where = "line " + (i + 1) + ": ";
      if (parts.length != 2) {
        throw new IOException(where + "not a name and a key: write \"NAME KEY\"");
      }
      if (parts[1].length() < SHORTEST) {
        throw new IOException(
            where + "the key of " + parts[0] + " is shorter than " + SHORTEST + " characters");
      }
      if (!names.add(parts[0])) {
        throw new IOException(where + parts[0] + " has a key already: use another name");
      }
      senders.add(new Sender(parts[0], parts[1]));
    }
    if (senders.isEmpty()) {
      throw new IOException("no key in it: write a line \"NAME KEY\"");
    }
    return new PushKeys(senders);
  }

  /** Returns whose key it is; takes as long whichever it is. */
  Optional<String> sender(String key) {
    byte[] given = key.getBytes(StandardCharsets.UTF_8);
    String found = null;
    for (Sender sender : senders) {
      if (MessageDigest.isEqual(sender.key.getBytes(StandardCharsets.UTF_8), given)) {
        found = sender.name;
      }
    }
    return Optional.ofNullable(found);
  }
}
