package dev.amiss.planting;

import dev.amiss.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The project's folder, out of which no name leads.
 *
 * @param root without symbolic links
 */
record Tree(Path root) {

  static Tree of(Path root) throws IOException {
    return new Tree(root.toRealPath());
  }

  /**
   * A file of the project.
   *
   * @param name relative, with forward slashes; from a file that anybody may have written
   * @throws UserException if it is not the name of a regular file inside the project, itself and
   *     not by way of a symbolic link
   */
  Path file(String name) throws IOException {
    Path file = inside(name);
    if (!Files.isRegularFile(file) || !file.toRealPath().equals(file)) {
      throw UserException.usage(
          "There is no file " + name + " in " + root + ".",
          "Run `amiss run` again, on the project as it is.");
    }
    return file;
  }

  /** A place in the project where a file may have been; its folder is there. */
  Path place(String name) throws IOException {
    Path file = inside(name);
    Path folder = file.getParent();
    if (folder == null || !Files.isDirectory(folder) || !folder.toRealPath().equals(folder)) {
      throw outside(name);
    }
    return file;
  }

  private Path inside(String name) {
    try {
      Path file = root.resolve(name).normalize();
      boolean isPlain = file.startsWith(root) && root.relativize(file).equals(Path.of(name));
      if (name.isEmpty() || !isPlain) {
        throw outside(name);
      }
      return file;
    } catch (InvalidPathException e) {
      throw outside(name);
    }
  }

  private UserException outside(String name) {
    return UserException.usage(
        "The results name a file outside the project: " + name + ".",
        "Do not use them; `amiss run " + root + "` makes new ones.");
  }
}
