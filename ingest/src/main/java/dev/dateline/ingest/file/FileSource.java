package dev.dateline.ingest.file;

import dev.dateline.ingest.article.Source;
import dev.dateline.ingest.article.SourceItem;
import dev.dateline.ingest.article.SourceItems;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Files and whole folders as one source. Immutable. */
public final class FileSource implements Source {

  private final List<Path> paths;

  /** Makes the source of those files and folders. */
  public FileSource(List<Path> paths) {
    this.paths = List.copyOf(paths);
  }

  @Override
  public String name() {
    return paths.stream().map(Path::toString).collect(Collectors.joining(", "));
  }

  /** Looks for the files as they are now, without reading them. */
  public FileScan scan() {
    return FileScan.of(paths);
  }

  @Override
  public SourceItems open() {
    return new AllItems(scan());
  }

  private static final class AllItems implements SourceItems {

    private final Iterator<FileEntry> files;
    private final Iterator<? extends SourceItem> rejections;
    private @Nullable SourceItems current;
    private long bytesBefore;

    AllItems(FileScan scan) {
      this.files = scan.files().iterator();
      this.rejections = scan.rejections().iterator();
    }

    @Override
    public boolean hasNext() {
      if (rejections.hasNext()) {
        return true;
      }
      while (current == null || !current.hasNext()) {
        close();
        if (!files.hasNext()) {
          return false;
        }
        current = files.next().open();
      }
      return true;
    }

    @Override
    public SourceItem next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return current == null ? rejections.next() : current.next();
    }

    @Override
    public long bytesRead() {
      return bytesBefore + (current == null ? 0 : current.bytesRead());
    }

    @Override
    public void close() {
      if (current != null) {
        bytesBefore += current.bytesRead();
        current.close();
        current = null;
      }
    }
  }
}
