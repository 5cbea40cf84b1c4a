package dev.dateline.broker;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What a log says after a certain moment.
 *
 * @param log the file; need not exist
 * @param from the length it had at that moment
 */
record LogTail(Path log, long from) {

  private static final int MOST_BYTES = 64 * 1024;
  private static final Pattern PLACE_IN_CODE = Pattern.compile("^(\\s+at |\\s*\\.\\.\\. \\d+ ).*");

  /** Returns what will be written from now on. */
  static LogTail after(Path log) {
    try {
      return new LogTail(log, Files.exists(log) ? Files.size(log) : 0);
    } catch (IOException e) {
      return new LogTail(log, 0);
    }
  }

  /** Returns the last line that is not part of a stack trace, or the other text without one. */
  String lastUsefulLine(String otherwise) {
    return newText()
        .lines()
        .filter(line -> !line.isBlank() && !PLACE_IN_CODE.matcher(line).matches())
        .reduce((earlier, later) -> later)
        .map(line -> otherwise + ", its last words: " + line.strip())
        .orElse(otherwise);
  }

  private String newText() {
    if (!Files.exists(log)) {
      return "";
    }
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long start = Math.max(from, file.length() - MOST_BYTES);
      byte[] bytes = new byte[(int) Math.max(0, file.length() - start)];
      file.seek(start);
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
