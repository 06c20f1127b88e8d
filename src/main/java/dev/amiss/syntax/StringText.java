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
   * Reads the literal between two offsets.
   *
   * @param text the characters of {@code source}
   */
  static StringText of(String source, char[] text, int start, int end) {
    int quote = start;
    while (text[quote] != '"' && text[quote] != '\'') {
      quote++;
    }
    // An empty literal of one quote on either side looks like an opening of three.
    int size = end - quote < 6 ? 1 : StringLiterals.quotes(text, quote);
    boolean isBytes = StringLiterals.hasLetter(text, start, quote, 'b', 'b');
    boolean isRaw = StringLiterals.hasLetter(text, start, quote, 'r', 'r');
    String body = source.substring(quote + size, end - size);
    if (isBytes) {
      checkAscii(body, start);
      return new StringText(true, "");
    }
    String value = withUnixLineEnds(body);
    boolean hasEscapes = !isRaw && value.indexOf('\\') >= 0;
    return new StringText(false, hasEscapes ? new Escapes(value, start).resolved() : value);
  }

  /** What several literals side by side say together; empty for bytes. */
  static Optional<String> joined(List<StringText> texts) {
    return texts.get(0).isBytes
        ? Optional.empty()
        : Optional.of(texts.stream().map(StringText::value).collect(Collectors.joining()));
  }

  Optional<String> optionalValue() {
    return isBytes ? Optional.empty() : Optional.of(value);
  }

  private static void checkAscii(String body, int offset) {
    for (int i = 0; i < body.length(); i++) {
      if (body.charAt(i) > 127) {
        throw new Refusal(offset, "Found bytes with a character beyond ASCII, expected an escape.");
      }
    }
  }

  private static String withUnixLineEnds(String body) {
    return body.indexOf('\r') < 0 ? body : body.replace("\r\n", "\n").replace('\r', '\n');
  }
}
