package dev.amiss.mutation;

import java.nio.file.Path;

/** A path as it stands in ids and patches: with slashes, on every system. */
public final class PathText {

  private PathText() {}

  public static String of(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }
}
