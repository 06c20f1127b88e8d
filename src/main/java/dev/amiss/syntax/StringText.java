package dev.amiss.syntax;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one plain literal says.
 *
 * @param value empty for bytes
 */
record StringText(boolean isBytes, String value) {

  /**
   * Reads a literal.
   *
   * @param literal prefix and quotes included
   * @param offset where it begins in its file
   */
  static StringText of(String literal, int offset) {
    char[] text = literal.toCharArray();
    int quote = 0;
    while (text[quote] != '"' && text[quote] != '\'') {
      quote++;
    }
    int size = text.length - quote < 6 ? 1 : StringLiterals.quotes(text, quote);
    boolean isBytes = StringLiterals.hasLetter(text, 0, quote, 'b', 'b');
    boolean isRaw = StringLiterals.hasLetter(text, 0, quote, 'r', 'r');
    String body = literal.substring(quote + size, literal.length() - size);
    if (isBytes) {
      checkAscii(body, offset);
      return new StringText(true, "");
    }
    String value = withUnixLineEnds(body);
    boolean hasEscapes = !isRaw && value.indexOf('\\') >= 0;
    return new StringText(false, hasEscapes ? new Escapes(value, offset).resolved() : value);
  }

  /** What several literals side by side say together; empty for bytes. */
  static Optional<String> joined(List<StringText> texts) {
    if (texts.get(0).isBytes) {
      return Optional.empty();
    }
    return Optional.of(
        texts.size() == 1
            ? texts.get(0).value
            : texts.stream().map(StringText::value).collect(Collectors.joining()));
  }

  private static void checkAscii(String body, int offset) {
    if (body.chars().anyMatch(c -> c > 127)) {
      throw new Refusal(offset, "Found bytes with a character beyond ASCII, expected an escape.");
    }
  }

  private static String withUnixLineEnds(String body) {
    return body.indexOf('\r') < 0 ? body : body.replace("\r\n", "\n").replace('\r', '\n');
  }
}
