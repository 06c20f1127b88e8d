package dev.amiss.project;

/** A Python text with its strings and comments gone, for a scan that must not fall for them. */
final class WithoutStrings {

  private final String source;
  private final StringBuilder result = new StringBuilder();
  private int at;

  WithoutStrings(String source) {
    this.source = source.replace("\r\n", "\n").replace('\r', '\n');
  }

  String text() {
    while (at < source.length()) {
      char c = source.charAt(at);
      switch (c) {
        case '#' -> at = endOfLine();
        case '"', '\'' -> string(c);
        default -> {
          result.append(c);
          at++;
        }
      }
    }
    return result.toString();
  }

  private int endOfLine() {
    int end = source.indexOf('\n', at);
    return end < 0 ? source.length() : end;
  }

  private void string(char quote) {
    String three = String.valueOf(quote).repeat(3);
    boolean isLong = source.startsWith(three, at);
    String close = isLong ? three : String.valueOf(quote);
    at += close.length();
    while (at < source.length() && !source.startsWith(close, at)) {
      char c = source.charAt(at);
      if (c == '\n' && !isLong) {
        return;
      }
      at += c == '\\' ? 2 : 1;
    }
    at = Math.min(source.length(), at + close.length());
    result.append("''");
  }
}
