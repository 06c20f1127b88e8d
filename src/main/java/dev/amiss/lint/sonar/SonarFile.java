package dev.amiss.lint.sonar;

import static java.util.Objects.requireNonNull;

import dev.amiss.source.SourceFile;
import dev.amiss.source.UndecodableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file as SonarPython wants it.
 *
 * @param path relative to the project's root
 * @param folder the dotted name of the package that it lies in; empty for none
 * @param python what SonarPython calls a file
 */
record SonarFile(Path path, String text, String folder, Object python) {

  private static final String NAMES = "org.sonar.python.semantic.SymbolUtils";

  /** Reads it from the disk. */
  static SonarFile read(Foreign library, Path root, Path path) throws IOException {
    Path there = root.resolve(path);
    String text = text(there);
    Object folder = library.call(NAMES, null, "pythonPackageName", there.toFile(), root.toString());
    Object python =
        library.implementing(
            "org.sonar.plugins.python.api.PythonFile",
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "content" -> text;
                  case "fileName" -> there.getFileName().toString();
                  case "uri" -> there.toUri();
                  case "equals" -> arguments != null && proxy == arguments[0];
                  case "hashCode" -> there.hashCode();
                  default -> there.toString();
                });
    return new SonarFile(path, text, String.valueOf(folder), python);
  }

  private static String text(Path path) throws IOException {
    try {
      return SourceFile.decode(path, Files.readAllBytes(path)).text();
    } catch (UndecodableException e) {
      throw new IOException(path + " cannot be decoded: " + e.reason(), e);
    }
  }

  /** The dotted name of the module. */
  Object module(Foreign library) {
    return requireNonNull(
        library.call(
            NAMES, null, "fullyQualifiedModuleName", folder, path.getFileName().toString()));
  }

  /** A tree of its own for everybody who wants one: they write into it. */
  Object tree(Foreign library) {
    String parser = "org.sonar.python.parser.PythonParser";
    Object parsed = library.call(parser, library.call(parser, null, "create"), "parse", text);
    String maker = "org.sonar.python.tree.PythonTreeMaker";
    return requireNonNull(library.call(maker, library.create(maker), "fileInput", parsed));
  }

  String slashed() {
    return path.toString().replace('\\', '/');
  }
}
