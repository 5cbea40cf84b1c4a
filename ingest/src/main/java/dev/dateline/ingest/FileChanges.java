package dev.dateline.ingest;

import dev.dateline.ingest.article.Rejection;
import dev.dateline.ingest.file.FileEntry;
import dev.dateline.ingest.file.FileScan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells what is new since the last look at the same paths.
 *
 * <p>The first look takes every file as it is. Later ones take a file when it differs from what was
 * taken and two looks in a row find it the same, for it may still be being written. Not
 * thread-safe.
 */
final class FileChanges {

  private final Map<Path, FileEntry> taken = new HashMap<>();
  private Map<Path, FileEntry> seen = new HashMap<>();
  private final Set<Rejection> told = new HashSet<>();
  private boolean started;

  /** Returns what is to be read and told of the files found. */
  FileScan in(FileScan scan) {
    Map<Path, FileEntry> now = new HashMap<>();
    List<FileEntry> ready = new ArrayList<>();
    for (FileEntry file : scan.files()) {
      now.put(file.path(), file);
      if (!isTaken(file) && (!started || isSettled(file))) {
        taken.put(file.path(), file);
        ready.add(file);
      }
    }
    taken.keySet().retainAll(now.keySet());
    seen = now;
    started = true;
    told.retainAll(scan.rejections());
    List<Rejection> untold = scan.rejections().stream().filter(told::add).toList();
    return new FileScan(ready, untold);
  }

  private boolean isTaken(FileEntry file) {
    FileEntry before = taken.get(file.path());
    return before != null && file.isUnchangedSince(before);
  }

  private boolean isSettled(FileEntry file) {
    FileEntry before = seen.get(file.path());
    return before != null && file.isUnchangedSince(before);
  }
}
