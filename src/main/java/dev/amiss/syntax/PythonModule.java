package dev.amiss.syntax;

import dev.amiss.source.Lines;
import dev.amiss.source.Position;
import dev.amiss.source.SourceFile;
import java.nio.file.Path;

/** A parsed file: its text, its tree, and where its lines begin. */
public record PythonModule(SourceFile source, Node.Module tree, Lines lines) {

  public PythonModule(SourceFile source, Node.Module tree) {
    this(source, tree, source.lines());
  }

  /** Relative to the project's root. */
  public Path path() {
    return source.path();
  }

  /** Where a node begins. */
  public Position start(Node node) {
    return lines.position(node.span().start());
  }

  /** The text of a node. */
  public String text(Node node) {
    return source.text(node.span());
  }
}
