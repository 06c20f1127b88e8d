package dev.amiss.project;

import java.nio.file.Path;

/** Relative paths as they are shown and stored: with forward slashes on every system. */
final class Slashes {

  private Slashes() {}

  static String of(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }
}
