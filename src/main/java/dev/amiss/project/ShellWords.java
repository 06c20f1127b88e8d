package dev.amiss.project;

import dev.amiss.UserException;
import java.util.ArrayList;
import java.util.List;

/** Splits one string into words as a POSIX shell does, without expanding anything. */
final class ShellWords {

  private final String text;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();

  /** Whether a word has begun: {@code ''} is a word, and an empty one. */
  private boolean isInWord;

  private int at;

  private ShellWords(String text) {
    this.text = text;
  }

  /**
   * The words of the text.
   *
   * @param place where the text was given, for the message if a quote is not closed
   * @throws UserException if a quote is not closed, or the text ends in a lone backslash
   */
  static List<String> split(String text, String place) {
    return new ShellWords(text).split(place);
  }

  private List<String> split(String place) {
    while (at < text.length()) {
      char c = text.charAt(at++);
      switch (c) {
        case ' ', '\t', '\n', '\r' -> endWord();
        case '\'' -> single(place);
        case '"' -> quoted(place);
        case '\\' -> escaped(place);
        default -> add(c);
      }
    }
    endWord();
    return List.copyOf(words);
  }

  private void add(char c) {
    isInWord = true;
    word.append(c);
  }

  private void endWord() {
    if (isInWord) {
      words.add(word.toString());
      word.setLength(0);
      isInWord = false;
    }
  }

  /** Between single quotes every character is itself. */
  private void single(String place) {
    isInWord = true;
    int end = text.indexOf('\'', at);
    if (end < 0) {
      throw unbalanced("single quote", at, place);
    }
    word.append(text, at, end);
    at = end + 1;
  }

  /** Between double quotes a backslash protects only {@code $ ` " \} and the end of a line. */
  private void quoted(String place) {
    isInWord = true;
    int start = at;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return;
      }
      if (c == '\\' && at < text.length() && "$`\"\\\n".indexOf(text.charAt(at)) >= 0) {
        c = text.charAt(at++);
        if (c == '\n') {
          continue;
        }
      }
      word.append(c);
    }
    throw unbalanced("double quote", start, place);
  }

  private void escaped(String place) {
    if (at == text.length()) {
      throw unbalanced("backslash", at, place);
    }
    char c = text.charAt(at++);
    if (c != '\n') {
      add(c);
    }
  }

  private UserException unbalanced(String what, int position, String place) {
    return UserException.usage(
        "The %s at character %d of %s is left open: %s".formatted(what, position, place, text),
        "Close it, or put a backslash before it.");
  }
}
