package dev.amiss.project;

import java.util.regex.Pattern;

/** Turns one glob into a regular expression, from its first character to its last. */
final class GlobTranslation {

  private final String glob;
  private final StringBuilder regex = new StringBuilder();
  private int at;
  private int openBraces;

  GlobTranslation(String glob) {
    this.glob = glob;
  }

  String regex() {
    while (at < glob.length()) {
      char c = glob.charAt(at++);
      switch (c) {
        case '*' -> stars();
        case '?' -> regex.append("[^/]");
        case '[' -> characters();
        case '{' -> openBrace();
        case '}' -> closeBrace();
        case ',' -> regex.append(openBraces > 0 ? "|" : ",");
        default -> literal(c);
      }
    }
    return regex.append(")".repeat(openBraces)).toString();
  }

  private void stars() {
    if (at == glob.length() || glob.charAt(at) != '*') {
      regex.append("[^/]*");
      return;
    }
    at++;
    if (at < glob.length() && glob.charAt(at) == '/') {
      at++;
      regex.append("(?:.*/)?");
    } else {
      regex.append(".*");
    }
  }

  /** A set without its closing bracket is a bracket, as in a shell. */
  private void characters() {
    boolean isNegated = at < glob.length() && (glob.charAt(at) == '!' || glob.charAt(at) == '^');
    int start = isNegated ? at + 1 : at;
    int end = glob.indexOf(']', start + 1);
    if (end < 0) {
      literal('[');
      return;
    }
    String members = glob.substring(start, end).replaceAll("[\\[\\]\\\\^&]", "\\\\$0");
    regex.append(isNegated ? "[^/" : "[").append(members).append(']');
    at = end + 1;
  }

  private void openBrace() {
    if (glob.indexOf('}', at) < 0) {
      literal('{');
      return;
    }
    openBraces++;
    regex.append("(?:");
  }

  private void closeBrace() {
    if (openBraces == 0) {
      literal('}');
      return;
    }
    openBraces--;
    regex.append(')');
  }

  private void literal(char c) {
    regex.append(Pattern.quote(String.valueOf(c)));
  }
}
