package dev.amiss.syntax;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which words are keywords wherever they stand. */
final class Keywords {

  private static final int LONGEST = 8;
  private static final char[] @Nullable [] WORDS = new char[512][];
  private static final int[] TYPES = new int[512];

  static {
    for (int type : Spelling.hardKeywords()) {
      add(Spelling.of(type).toCharArray(), type);
    }
  }

  private Keywords() {}

  /** The token type of the word between two offsets: a keyword's or {@code NAME}. */
  static int type(char[] text, int start, int end) {
    int length = end - start;
    if (length < 2 || length > LONGEST) {
      return PythonGrammar.NAME;
    }
    int slot = slot(length, text[start], text[start + 1], text[end - 1]);
    for (char[] word = WORDS[slot]; word != null; word = WORDS[slot]) {
      if (Arrays.equals(word, 0, word.length, text, start, end)) {
        return TYPES[slot];
      }
      slot = (slot + 1) & (WORDS.length - 1);
    }
    return PythonGrammar.NAME;
  }

  private static void add(char[] word, int type) {
    int slot = slot(word.length, word[0], word[1], word[word.length - 1]);
    while (WORDS[slot] != null) {
      slot = (slot + 1) & (WORDS.length - 1);
    }
    WORDS[slot] = word;
    TYPES[slot] = type;
  }

  private static int slot(int length, char first, char second, char last) {
    return (first * 7 + second * 31 + last * 3 + length * 17) & 511;
  }
}
