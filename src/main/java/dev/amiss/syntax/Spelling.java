package dev.amiss.syntax;

import static dev.amiss.syntax.PythonGrammar.*;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How keywords and operators are written. */
final class Spelling {

  private static final int FIRST_KEYWORD = FALSE;
  private static final int LAST_KEYWORD = TYPE;
  private static final int LAST_HARD_KEYWORD = YIELD;

  private static final String[] SPELLINGS = new String[VOCABULARY.getMaxTokenType() + 1];

  static {
    Arrays.fill(SPELLINGS, "");
    for (int type = FIRST_KEYWORD; type <= LAST_KEYWORD; type++) {
      String name = VOCABULARY.getSymbolicName(type);
      // False, None and True are the three that begin with a capital.
      SPELLINGS[type] =
          type <= TRUE
              ? name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT)
              : name.toLowerCase(Locale.ROOT);
    }
    // In the order of the grammar's tokens, from LPAR on; FORMAT is a colon too.
    String operators =
        "( ) [ ] { } : : , ; + - * / | & < > = % == != <= >= ~ ^ << >> ** // @ . ... -> := !";
    List<String> spelled = List.of(operators.split(" ", -1));
    for (int i = 0; i < spelled.size(); i++) {
      SPELLINGS[LPAR + i] = spelled.get(i);
    }
  }

  private Spelling() {}

  /** How a token of this type is written; empty where that is not always the same. */
  static String of(int type) {
    return SPELLINGS[type];
  }

  /** The types of the words that are keywords wherever they stand. */
  static int[] hardKeywords() {
    return IntStream.rangeClosed(FIRST_KEYWORD, LAST_HARD_KEYWORD).toArray();
  }
}
