package dev.dateline.ingest.file;

import dev.dateline.ingest.article.Rejection;
import dev.dateline.ingest.article.RejectionCode;
import dev.dateline.ingest.article.SourcePosition;
import dev.dateline.ingest.parse.ArticleReader;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The files found under the given paths at one moment.
 *
 * @param files what to read: paths in the order given, a folder's files in the order of their names
 * @param rejections what cannot be read
 */
public record FileScan(List<FileEntry> files, List<Rejection> rejections) {

  private static final Set<String> UNFINISHED =
      Set.of("~", ".tmp", ".part", ".swp", ".crdownload", ".bak");

  /** Keeps the lists from changing. */
  public FileScan {
    files = List.copyOf(files);
    rejections = List.copyOf(rejections);
  }

  /**
   * Looks for files.
   *
   * <p>In folders, files and folders whose name starts with a dot, editors' and downloads'
   * unfinished files and READMEs are passed over; a file given by itself is always read. A file met
   * twice is read once.
   */
  public static FileScan of(List<Path> paths) {
    Collector collector = new Collector();
    paths.forEach(collector::addRoot);
    return new FileScan(collector.files, collector.rejections);
  }

  /** Returns the length of all files, in bytes. */
  public long bytes() {
    return files.stream().mapToLong(FileEntry::size).sum();
  }

  private static final class Collector {

    private final List<FileEntry> files = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final Set<Path> met = new HashSet<>();
    private final Map<String, Path> addresses = new HashMap<>();

    void addRoot(Path root) {
      if (Files.isDirectory(root)) {
        addFolder(root);
        return;
      }
      try {
        add(root, ArticleReader.addressName(root), attributes(root));
      } catch (IOException e) {
        reject(root, e);
      }
    }

    private void addFolder(Path root) {
      Path folderName = root.toAbsolutePath().normalize().getFileName();
      String prefix = folderName == null ? "" : folderName + "/";
      Map<Path, BasicFileAttributes> found = new HashMap<>();
      try {
        Files.walkFileTree(
            root,
            EnumSet.of(FileVisitOption.FOLLOW_LINKS),
            Integer.MAX_VALUE,
            new FolderVisitor(root, found));
      } catch (IOException e) {
        reject(root, e);
      }
      found.entrySet().stream()
          .sorted(Comparator.comparing(entry -> below(root, entry.getKey())))
          .forEach(
              entry -> add(entry.getKey(), prefix + below(root, entry.getKey()), entry.getValue()));
    }

    private void add(Path file, String addressName, BasicFileAttributes attributes) {
      Path real = realPath(file);
      if (!met.add(real)) {
        return;
      }
      Path other = addresses.putIfAbsent(addressName, file);
      if (other != null) {
        rejections.add(
            new Rejection(
                SourcePosition.wholeFile(file.toString()),
                null,
                RejectionCode.SAME_ADDRESS,
                "has the same address as "
                    + other
                    + ", \""
                    + addressName
                    + "\": give the folder above both, or rename one"));
        return;
      }
      files.add(
          new FileEntry(
              file, addressName, attributes.size(), attributes.lastModifiedTime().toInstant()));
    }

    private void reject(Path path, IOException e) {
      boolean missing = e instanceof NoSuchFileException;
      String reason = e instanceof FileSystemLoopException ? "a link to a folder above it" : null;
      rejections.add(
          new Rejection(
              SourcePosition.wholeFile(path.toString()),
              null,
              missing ? RejectionCode.NO_SUCH_FILE : RejectionCode.UNREADABLE,
              missing
                  ? "no such file"
                  : "cannot be read: " + (reason == null ? e.getClass().getSimpleName() : reason)));
    }

    private static String below(Path root, Path file) {
      return root.relativize(file).toString().replace('\\', '/');
    }

    private static Path realPath(Path file) {
      try {
        return file.toRealPath();
      } catch (IOException e) {
        return file.toAbsolutePath().normalize();
      }
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
      return Files.readAttributes(file, BasicFileAttributes.class);
    }

    private final class FolderVisitor extends SimpleFileVisitor<Path> {

      private final Path root;
      private final Map<Path, BasicFileAttributes> found;

      FolderVisitor(Path root, Map<Path, BasicFileAttributes> found) {
        this.root = root;
        this.found = found;
      }

      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return !folder.equals(root) && isHidden(folder)
            ? FileVisitResult.SKIP_SUBTREE
            : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && !isHidden(file) && !isNoArticle(file)) {
          found.put(file, attributes);
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException e) {
        if (!isHidden(file)) {
          reject(file, e);
        }
        return FileVisitResult.CONTINUE;
      }
    }

    private static boolean isHidden(Path path) {
      return String.valueOf(path.getFileName()).startsWith(".");
    }

    private static boolean isNoArticle(Path path) {
      String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
      return name.equals("readme")
          || name.startsWith("readme.")
          || UNFINISHED.stream().anyMatch(name::endsWith);
    }
  }
}
