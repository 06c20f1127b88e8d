package dev.amiss.syntax;

import dev.amiss.source.Lines;
import dev.amiss.source.Position;
import dev.amiss.source.SourceFile;
import java.nio.file.Path;

/** A parsed file: its text and its tree. */
public record PythonModule(SourceFile source, Node.Module tree) {

  /** Relative to the project's root. */
  public Path path() {
    return source.path();
  }

  /** Where its lines begin. */
  public Lines lines() {
    return source.lines();
  }

  /** Where a node begins. */
  public Position start(Node node) {
    return lines().position(node.span().start());
  }

  /** The text of a node. */
  public String text(Node node) {
    return source.text(node.span());
  }
}
