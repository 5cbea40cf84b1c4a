package dev.dateline.sink.delivery;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Appends records to {@code alerts-NNNNNN.jsonl}, one JSON object a line with the record's
 * partition and offset; begins a new file when one is full. Used by one thread.
 */
final class JsonLinesFiles implements AutoCloseable {

  private static final long MOST_BYTES = 64L * 1024 * 1024;
  private static final Pattern NAME = Pattern.compile("alerts-(\\d{6})\\.jsonl");
  private static final Pattern POSITION =
      Pattern.compile("^\\{\"partition\":(\\d+),\"offset\":(\\d+),");

  private final Path folder;
  private final long mostBytes;
  private final Map<Integer, Long> written = new HashMap<>();
  private @Nullable BufferedWriter writer;
  private int number;
  private long bytes;

  private JsonLinesFiles(Path folder, long mostBytes) {
    this.folder = folder;
    this.mostBytes = mostBytes;
  }

  static JsonLinesFiles open(Path folder) throws IOException {
    return open(folder, MOST_BYTES);
  }

  /** Opens the files of a folder; a line that a kill cut off is taken back. */
  static JsonLinesFiles open(Path folder, long mostBytes) throws IOException {
    Files.createDirectories(folder);
    JsonLinesFiles files = new JsonLinesFiles(folder, mostBytes);
    List<Path> found = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder)) {
      all.filter(path -> NAME.matcher(path.getFileName().toString()).matches())
          .sorted()
          .forEach(found::add);
    }
    if (!found.isEmpty()) {
      Path last = found.get(found.size() - 1);
      takeBackHalfALine(last);
      files.number = files.numberOf(last);
    }
    for (Path path : found) {
      files.readPositions(path);
    }
    files.begin(Math.max(1, files.number));
    return files;
  }

  /** Appends a record, unless it is there already. */
  void append(int partition, long offset, String json) throws IOException {
    Long last = written.get(partition);
    if (last != null && offset <= last) {
      return;
    }
    String line =
        "{\"partition\":" + partition + ",\"offset\":" + offset + ",\"alert\":" + json + "}\n";
    int length = line.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > 0 && bytes + length > mostBytes) {
      close();
      begin(number + 1);
    }
    if (writer != null) {
      writer.write(line);
    }
    bytes += length;
    written.put(partition, offset);
  }

  void flush() throws IOException {
    if (writer != null) {
      writer.flush();
    }
  }

  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
      writer = null;
    }
  }

  private void begin(int next) throws IOException {
    number = next;
    Path file = folder.resolve(String.format("alerts-%06d.jsonl", next));
    writer =
        Files.newBufferedWriter(
            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    bytes = Files.size(file);
  }

  private int numberOf(Path path) {
    Matcher matcher = NAME.matcher(path.getFileName().toString());
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private void readPositions(Path path) throws IOException {
    try (Stream<String> lines = Files.lines(path, StandardCharsets.UTF_8)) {
      lines.forEach(
          line -> {
            Matcher position = POSITION.matcher(line);
            if (position.find()) {
              written.merge(
                  Integer.valueOf(position.group(1)), Long.valueOf(position.group(2)), Math::max);
            }
          });
    }
  }

  private static void takeBackHalfALine(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      long length = file.length();
      while (length > 0) {
        file.seek(length - 1);
        if (file.read() == '\n') {
          break;
        }
        length--;
      }
      file.setLength(length);
    }
  }
}
