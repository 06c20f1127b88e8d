package dev.amiss.lint.sonar;

import static java.util.Objects.requireNonNull;

import dev.amiss.source.SourceFile;
import dev.amiss.source.UndecodableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file as SonarPython wants it. */
final class SonarFile {

  private static final String NAMES = "org.sonar.python.semantic.SymbolUtils";
  private static final String PARSER = "org.sonar.python.parser.PythonParser";
  private static final String MAKER = "org.sonar.python.tree.PythonTreeMaker";

  private final Path path;
  private final String text;
  private final String folder;
  private final Object python;

  /** Most of the work, and needed twice. */
  private @Nullable Object parsed;

  private SonarFile(Path path, String text, String folder, Object python) {
    this.path = path;
    this.text = text;
    this.folder = folder;
    this.python = python;
  }

  /**
   * Reads it from the disk.
   *
   * @param path relative to the project's root
   */
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

  String text() {
    return text;
  }

  String name() {
    return path.getFileName().toString();
  }

  /** The dotted name of the package that it lies in; empty for none. */
  String folder() {
    return folder;
  }

  /** What SonarPython calls a file. */
  Object python() {
    return python;
  }

  /** The dotted name of the module. */
  Object module(Foreign library) {
    return requireNonNull(library.call(NAMES, null, "fullyQualifiedModuleName", folder, name()));
  }

  /**
   * A tree of its own for everybody who wants one: they write into it.
   *
   * @throws Foreign.Problem where it does not parse
   */
  Object tree(Foreign library) {
    if (parsed == null) {
      parsed = library.call(PARSER, library.call(PARSER, null, "create"), "parse", text);
    }
    return requireNonNull(library.call(MAKER, library.create(MAKER), "fileInput", parsed));
  }

  String slashed() {
    return path.toString().replace('\\', '/');
  }
}
