package dev.dateline.app.cli;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where Dateline lives: the checkout or the image, which the launcher exports as {@code
 * DATELINE_HOME}; the working directory where it does not.
 *
 * @param directory the absolute path
 */
public record Home(Path directory) {

  /** The variable that names it. */
  public static final String VARIABLE = "DATELINE_HOME";

  /** Returns the home that environment names. */
  public static Home of(Map<String, String> environment) {
    return new Home(Path.of(environment.getOrDefault(VARIABLE, "")).toAbsolutePath().normalize());
  }

  /** Returns the home that this process's environment names. */
  public static Home current() {
    return of(System.getenv());
  }

  /** Returns where the demo keeps its data unless told otherwise. */
  public Path demoData() {
    return directory.resolve("data").resolve("demo");
  }

  /** Returns where local state for a cluster of one's own is kept unless told otherwise. */
  public Path state() {
    return directory.resolve("data").resolve("state");
  }

  /** Returns the sample articles. */
  public Path seeds() {
    return directory.resolve("seeds");
  }

  /** Returns the path as a person would type it: relative where it lies below the working one. */
  public static String display(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path here = Path.of("").toAbsolutePath();
    return absolute.startsWith(here) && !absolute.equals(here)
        ? here.relativize(absolute).toString()
        : absolute.toString();
  }
}
