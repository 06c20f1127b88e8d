package dev.amiss.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.jspecify.annotations.Nullable;

/** A token as lean as ANTLR lets it be: no text, no line, no column. */
final class PythonToken implements Token {

  private int type;
  private final int start;
  private final int end;
  private final int index;

  PythonToken(int type, int start, int end, int index) {
    this.type = type;
    this.start = start;
    this.end = end;
    this.index = index;
  }

  /** Makes a keyword of a name, once what follows it shows that it is one. */
  void become(int keyword) {
    type = keyword;
  }

  int start() {
    return start;
  }

  /** The offset behind the last character. */
  int end() {
    return end;
  }

  @Override
  public int getType() {
    return type;
  }

  @Override
  public int getStartIndex() {
    return start;
  }

  @Override
  public int getStopIndex() {
    return end - 1;
  }

  @Override
  public int getTokenIndex() {
    return index;
  }

  @Override
  public int getChannel() {
    return DEFAULT_CHANNEL;
  }

  @Override
  public int getLine() {
    return 0;
  }

  @Override
  public int getCharPositionInLine() {
    return -1;
  }

  @Override
  public @Nullable String getText() {
    return null;
  }

  @Override
  public @Nullable TokenSource getTokenSource() {
    return null;
  }

  @Override
  public @Nullable CharStream getInputStream() {
    return null;
  }
}
