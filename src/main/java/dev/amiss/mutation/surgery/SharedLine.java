package dev.amiss.mutation.surgery;

import dev.amiss.source.Edit;
import dev.amiss.source.Lines;
import dev.amiss.source.Span;
import dev.amiss.syntax.Statement;
import java.util.List;
import java.util.Optional;

/**
 * A statement, with those before and behind it that stand on the same line with {@code ;} between,
 * or behind the {@code :} of a block's head.
 */
final class SharedLine {

  private final String text;
  private final List<Statement> block;
  private final int index;
  private final int firstIndex;

  SharedLine(String text, List<Statement> block, Statement statement) {
    this.text = text;
    this.block = block;
    this.index = indexOf(block, statement);
    int first = index;
    while (first > 0 && areOnOneLine(first - 1)) {
      first--;
    }
    this.firstIndex = first;
  }

  /** The first statement on the line. */
  Statement first() {
    return block.get(firstIndex);
  }

  /** Whether nothing but blanks stands before the first statement; else it follows a {@code :}. */
  boolean beginsItsLine() {
    return colon().isEmpty();
  }

  /**
   * Puts the first statement on a line of its own where it is not the wrapped one, which goes by
   * itself, and stands behind a block's head.
   */
  Optional<Edit> splitOffHead(String lineBreak) {
    return index == firstIndex
        ? Optional.empty()
        : colon().map(colon -> new Edit(new Span(colon, first().span().start()), lineBreak));
  }

  /** Puts words before the statement, and a line break before them if anything stands there. */
  Edit splitBefore(String lineBreak, String words) {
    int start = block.get(index).span().start();
    if (index > firstIndex) {
      int gap = block.get(index - 1).span().end();
      return new Edit(new Span(gap, start), lineBreak + words);
    }
    return colon()
        .map(colon -> new Edit(new Span(colon, start), lineBreak + words))
        .orElseGet(() -> Edit.insert(start, words));
  }

  /** Puts words behind the statement's line; what followed on it comes after a line break. */
  Edit splitBehind(String words, String lineBreak) {
    int end = block.get(index).span().end();
    if (index + 1 == block.size() || !areOnOneLine(index)) {
      return Edit.insert(endOfLine(end), words);
    }
    int next = block.get(index + 1).span().start();
    return new Edit(new Span(end, next), words + lineBreak);
  }

  /** Where the line ends, behind a last {@code ;} and a comment. */
  private int endOfLine(int from) {
    int end = from;
    while (end < text.length() && (isJoined(end) || text.charAt(end) == ';')) {
      end++;
    }
    while (end < text.length() && !Lines.isLineEnd(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The offset behind the {@code :} that the first statement follows; empty where it does not. */
  private Optional<Integer> colon() {
    int at = beforeBlanks();
    return at > 0 && !Lines.isLineEnd(text.charAt(at - 1)) ? Optional.of(at) : Optional.empty();
  }

  /** Whether the first statement begins on a line that a backslash joins to the one before. */
  boolean isContinued() {
    int end = beforeBlanks();
    int at = end;
    while (at > 0 && Lines.isLineEnd(text.charAt(at - 1))) {
      at--;
    }
    int start = at;
    while (start > 0 && !Lines.isLineEnd(text.charAt(start - 1))) {
      start--;
    }
    // At the end of a comment a backslash joins nothing.
    return at > 0 && text.charAt(at - 1) == '\\' && !text.substring(start, at).contains("#");
  }

  /** The offset behind the last character before the first statement that is no blank. */
  private int beforeBlanks() {
    int at = first().span().start();
    while (at > 0 && " \t\f".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return at;
  }

  private boolean areOnOneLine(int before) {
    int at = block.get(before).span().end();
    int end = block.get(before + 1).span().start();
    boolean isSeparated = false;
    while (at < end && (isJoined(at) || text.charAt(at) == ';')) {
      isSeparated |= text.charAt(at) == ';';
      at++;
    }
    return isSeparated && at == end;
  }

  /** Whether a blank stands there, or a part of a line end behind a backslash. */
  private boolean isJoined(int offset) {
    return switch (text.charAt(offset)) {
      case ' ', '\t', '\f', '\\' -> true;
      case '\n' -> offset > 0 && (isAfterBackslash(offset) || isAfterJoinedReturn(offset));
      case '\r' -> offset > 0 && isAfterBackslash(offset);
      default -> false;
    };
  }

  private boolean isAfterJoinedReturn(int offset) {
    return text.charAt(offset - 1) == '\r' && offset > 1 && isAfterBackslash(offset - 1);
  }

  private boolean isAfterBackslash(int offset) {
    return text.charAt(offset - 1) == '\\';
  }

  private static int indexOf(List<Statement> block, Statement statement) {
    for (int i = 0; i < block.size(); i++) {
      if (block.get(i) == statement) {
        return i;
      }
    }
    throw new IllegalArgumentException("the statement stands in another block");
  }
}
