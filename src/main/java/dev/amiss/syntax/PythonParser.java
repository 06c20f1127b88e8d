package dev.amiss.syntax;

import dev.amiss.source.SourceFile;
import dev.amiss.source.UndecodableException;
import java.nio.file.Path;

/** Parses Python 3.8 to 3.14. */
public final class PythonParser {

  private PythonParser() {}

  /**
   * Parses a file as it stands on disk.
   *
   * @param path relative to the project's root
   */
  public static ParseResult parse(Path path, byte[] bytes) {
    try {
      return parse(SourceFile.decode(path, bytes));
    } catch (UndecodableException e) {
      return new ParseResult.Refused(path, e.position(), e.reason());
    }
  }

  /** Parses a text. */
  public static ParseResult parse(SourceFile source) {
    try {
      return new ParseResult.Parsed(new PythonModule(source, tree(source.text())));
    } catch (Refusal refusal) {
      return refused(source, refusal.offset(), refusal.sentence());
    } catch (StackOverflowError e) {
      return refused(source, 0, "Found expressions or blocks nested too deeply to be read.");
    }
  }

  private static ParseResult refused(SourceFile source, int offset, String sentence) {
    return new ParseResult.Refused(source.path(), source.lines().position(offset), sentence);
  }

  private static Node.Module tree(String text) {
    Tokens tokens = Tokenizer.tokenize(text);
    PythonGrammar grammar = new PythonGrammar(tokens);
    TreeBuilder builder = new TreeBuilder(tokens);
    grammar.giveTo(builder::add);
    grammar.file();
    return builder.module(text.length());
  }
}
