package dev.amiss.syntax;

import static dev.amiss.syntax.PythonGrammar.*;

import org.antlr.v4.runtime.Token;

/** Reads operators and punctuation: the longest that fits. */
final class Operators {

  private static final int[] SINGLE = new int[128];
  private static final boolean[] CAN_DOUBLE = flags("*/<>");
  private static final boolean[] CAN_TAKE_EQUALS = flags("+-*/%&|^@<>=!:");

  static {
    String characters = "()[]{}:,;+-*/|&<>=%~^@.";
    int[] types = {
      LPAR, RPAR, LSQB, RSQB, LBRACE, RBRACE, COLON, COMMA, SEMICOLON, PLUS, MINUS, STAR, SLASH,
      BAR, AMPERSAND, LESS, GREATER, ASSIGN, PERCENT, TILDE, CARET, AT, DOT
    };
    for (int i = 0; i < types.length; i++) {
      SINGLE[characters.charAt(i)] = types[i];
    }
  }

  private Operators() {}

  /** The offset behind the operator that begins at {@code start}. */
  static int end(char[] text, int start) {
    char first = text[start];
    char second = text[start + 1];
    if (first >= CAN_DOUBLE.length) {
      return start + 1;
    }
    int end = first == second && CAN_DOUBLE[first] ? start + 2 : start + 1;
    if (text[end] == '=' && CAN_TAKE_EQUALS[first]) {
      return end + 1;
    }
    if (first == '-' && second == '>') {
      return start + 2;
    }
    return first == '.' && second == '.' && text[start + 2] == '.' ? start + 3 : end;
  }

  /** The type of the operator between two offsets; {@link Token#INVALID_TYPE} if there is none. */
  static int type(char[] text, int start, int end) {
    char first = text[start];
    return switch (end - start) {
      case 1 -> first < SINGLE.length ? SINGLE[first] : Token.INVALID_TYPE;
      case 2 -> text[start + 1] == '=' ? typeWithEquals(first) : typeOfTwo(first);
      default -> first == '.' ? ELLIPSIS : AUGMENTED_ASSIGN;
    };
  }

  private static boolean[] flags(String characters) {
    boolean[] flags = new boolean[128];
    for (int i = 0; i < characters.length(); i++) {
      flags[characters.charAt(i)] = true;
    }
    return flags;
  }

  private static int typeWithEquals(char first) {
    return switch (first) {
      case '=' -> EQUAL;
      case '!' -> NOT_EQUAL;
      case '<' -> LESS_EQUAL;
      case '>' -> GREATER_EQUAL;
      case ':' -> WALRUS;
      default -> AUGMENTED_ASSIGN;
    };
  }

  private static int typeOfTwo(char first) {
    return switch (first) {
      case '*' -> DOUBLE_STAR;
      case '/' -> DOUBLE_SLASH;
      case '<' -> LEFT_SHIFT;
      case '>' -> RIGHT_SHIFT;
      default -> ARROW;
    };
  }

  /** What to say of a character that begins no token. */
  static Refusal unknown(char[] text, int at) {
    int codePoint = Character.codePointAt(text, at);
    String shown =
        codePoint > ' ' && codePoint < 127
            ? "'%c'".formatted(codePoint)
            : "the character U+%04X".formatted(codePoint);
    return new Refusal(at, "Found %s, which means nothing in Python.".formatted(shown));
  }
}
