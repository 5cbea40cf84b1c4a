package dev.dateline.broker;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;

/** Finds the jar or class directory this module was loaded from. */
final class OwnClassPath {

  private OwnClassPath() {}

  static Path location() {
    CodeSource source = OwnClassPath.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IllegalStateException("the broker module was not loaded from a file");
    }
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("not a file: " + source.getLocation(), e);
    }
  }
}
