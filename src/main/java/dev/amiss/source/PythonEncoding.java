package dev.amiss.source;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The encoding that a Python file names in a comment on its first or second line (PEP 263). */
final class PythonEncoding {

  private static final Pattern COOKIE =
      Pattern.compile("^[ \\t\\f]*#.*?coding[:=][ \\t]*([-\\w.]+)");
  private static final Pattern BLANK_OR_COMMENT = Pattern.compile("^[ \\t\\f]*(?:#.*)?$");

  /** Python's codecs whose names Java does not know, or knows for something else. */
  private static final Map<String, String> CODECS =
      Map.ofEntries(
          Map.entry("utf", "UTF-8"),
          Map.entry("u8", "UTF-8"),
          Map.entry("cp65001", "UTF-8"),
          Map.entry("latin", "ISO-8859-1"),
          Map.entry("l1", "ISO-8859-1"),
          Map.entry("l2", "ISO-8859-2"),
          Map.entry("l9", "ISO-8859-15"),
          Map.entry("gb2312", "EUC-CN"),
          Map.entry("euc-cn", "EUC-CN"),
          Map.entry("cp936", "GBK"),
          Map.entry("936", "GBK"),
          Map.entry("hkscs", "Big5-HKSCS"),
          Map.entry("big5hkscs", "Big5-HKSCS"),
          Map.entry("cp932", "windows-31j"),
          Map.entry("932", "windows-31j"),
          Map.entry("mskanji", "windows-31j"),
          Map.entry("ms932", "windows-31j"),
          Map.entry("cp949", "x-windows-949"),
          Map.entry("949", "x-windows-949"),
          Map.entry("uhc", "x-windows-949"),
          Map.entry("johab", "x-Johab"),
          Map.entry("mac-roman", "x-MacRoman"),
          Map.entry("macroman", "x-MacRoman"),
          Map.entry("mac-cyrillic", "x-MacCyrillic"),
          Map.entry("mac-greek", "x-MacGreek"),
          Map.entry("mac-turkish", "x-MacTurkish"),
          Map.entry("mac-latin2", "x-MacCentralEurope"),
          Map.entry("cyrillic", "ISO-8859-5"),
          Map.entry("greek", "ISO-8859-7"),
          Map.entry("hebrew", "ISO-8859-8"));

  private PythonEncoding() {}

  /** The name in the file's coding comment, as it is written. */
  static Optional<String> cookie(byte[] bytes, int start) {
    // Latin-1 reads any byte, and a coding comment is ASCII.
    int firstEnd = lineEnd(bytes, start);
    String first = new String(bytes, start, firstEnd - start, StandardCharsets.ISO_8859_1);
    Matcher inFirst = COOKIE.matcher(first);
    if (inFirst.find()) {
      return Optional.of(inFirst.group(1));
    }
    if (!BLANK_OR_COMMENT.matcher(first).matches()) {
      return Optional.empty();
    }
    int secondStart = afterLineEnd(bytes, firstEnd);
    int secondEnd = lineEnd(bytes, secondStart);
    String second =
        new String(bytes, secondStart, secondEnd - secondStart, StandardCharsets.ISO_8859_1);
    Matcher inSecond = COOKIE.matcher(second);
    return inSecond.find() ? Optional.of(inSecond.group(1)) : Optional.empty();
  }

  /** The charset that Python means by a codec's name; empty if there is none for text in files. */
  static Optional<Charset> charset(String codec) {
    String name = codec.toLowerCase(Locale.ROOT).replace('_', '-');
    if (name.equals("utf-8") || name.startsWith("utf-8-")) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (name.startsWith("latin-1")
        || name.startsWith("iso-8859-1-")
        || name.equals("iso-latin-1")) {
      return Optional.of(StandardCharsets.ISO_8859_1);
    }
    if (name.startsWith("utf-16") || name.startsWith("utf-32") || name.startsWith("utf-7")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Charset.forName(CODECS.getOrDefault(name, name)));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  private static int lineEnd(byte[] bytes, int start) {
    int end = start;
    while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
      end++;
    }
    return end;
  }

  private static int afterLineEnd(byte[] bytes, int end) {
    boolean isTwo = end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n';
    return Math.min(end + (isTwo ? 2 : 1), bytes.length);
  }
}
